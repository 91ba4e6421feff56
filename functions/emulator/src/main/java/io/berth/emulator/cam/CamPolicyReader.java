// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cam;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.cam.Statement.StatementEffect;
import io.berth.emulator.text.AddressRange;
import io.berth.emulator.text.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a policy strictly (CAM, Syntax Structure and Element Reference). */
final class CamPolicyReader {
  // Feature sets (permid/…) are lists that only the cloud knows.
  private static final String ACTION = "\\*|(name/)?[a-z][a-z0-9]*:[A-Za-z0-9*]+";
  private static final String NAME = "name/";
  private static final String RESOURCE = "\\*|qcs(:[^:\\s]*){4}:[^\\s]+";
  private static final Map<String, Boolean> OPERATORS =
      Map.of("ip_equal", true, "ip_not_equal", false);

  private CamPolicyReader() {}

  static CamPolicy read(byte[] json) throws BadPolicy {
    PolicyNode top = new PolicyNode(tree(json), "");
    top.allowOnly("version", "statement");
    top.in("version").refuseUnless(is(top, "version", "2.0"), "must be the text \"2.0\"");
    List<Statement> statements = new ArrayList<>();
    for (PolicyNode statement : top.in("statement").items()) {
      statements.add(statement(statement));
    }
    return new CamPolicy(statements);
  }

  private static JsonNode tree(byte[] json) throws BadPolicy {
    try {
      return StrictJson.read(json);
    } catch (StrictJson.MalformedJson e) {
      // Its sentences are about the body of a request.
      throw new BadPolicy(e.getMessage().replaceFirst("The body", "the policy"));
    }
  }

  private static Statement statement(PolicyNode statement) throws BadPolicy {
    if (statement.node().has("principal")) {
      throw statement.in("principal").bad("belongs into a role's trust policy, leave it out here");
    }
    statement.allowOnly("effect", "action", "resource", "condition");
    boolean allow = is(statement, "effect", "allow");
    statement
        .in("effect")
        .refuseUnless(
            allow || is(statement, "effect", "deny"),
            "must be \"allow\" or \"deny\", in lower case");
    return new Statement(
        allow ? StatementEffect.ALLOW : StatementEffect.DENY,
        actions(statement.in("action")),
        resources(statement.in("resource")),
        statement.node().has("condition") ? conditions(statement.in("condition")) : List.of());
  }

  private static boolean is(PolicyNode in, String name, String text) {
    return text.equals(in.node().path(name).textValue());
  }

  private static List<StarPattern> actions(PolicyNode given) throws BadPolicy {
    List<StarPattern> actions = new ArrayList<>();
    for (PolicyNode item : given.texts()) {
      String text = item.node().textValue();
      item.refuseUnless(
          text.matches(ACTION),
          "must be *, or service:Action as in \"tcr:CreateInstance\" or \"tcr:Describe*\"");
      actions.add(new StarPattern(text.startsWith(NAME) ? text.substring(NAME.length()) : text));
    }
    return actions;
  }

  private static List<ResourcePattern> resources(PolicyNode given) throws BadPolicy {
    List<ResourcePattern> resources = new ArrayList<>();
    for (PolicyNode item : given.texts()) {
      String text = item.node().textValue();
      item.refuseUnless(
          text.matches(RESOURCE),
          "must be *, or six segments as in \"qcs::tcr:ap-guangzhou:uin/100000000001:instance/*\"");
      resources.add(ResourcePattern.of(text));
    }
    return resources;
  }

  private static List<AddressCondition> conditions(PolicyNode given) throws BadPolicy {
    given.refuseUnless(
        given.node().isObject() && !given.node().isEmpty(), "must name ip_equal or ip_not_equal");
    given.allowOnly(OPERATORS.keySet().stream().sorted().toArray(String[]::new));
    List<AddressCondition> conditions = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : given.node().properties()) {
      PolicyNode operator = given.in(entry.getKey());
      operator.allowOnly("qcs:ip");
      boolean wanted = Objects.requireNonNull(OPERATORS.get(entry.getKey()));
      conditions.add(new AddressCondition(wanted, ranges(operator.in("qcs:ip"))));
    }
    return conditions;
  }

  private static List<String> ranges(PolicyNode given) throws BadPolicy {
    List<String> ranges = new ArrayList<>();
    for (PolicyNode item : given.texts()) {
      String text = item.node().textValue();
      item.refuseUnless(
          AddressRange.isLegal(text), "must be an IPv4 address or range as in \"10.0.0.0/8\"");
      ranges.add(text);
    }
    return ranges;
  }
}
