// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.http.HttpRequest;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Directory;
import io.berth.standin.workspace.Member;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of a script's request, from a JSON body or the query. */
final class LocalRequest {
  private final String id;
  private final ObjectNode fields;

  private LocalRequest(String id, ObjectNode fields) {
    this.id = id;
    this.fields = fields;
  }

  /** From the body, which must be a JSON object with no other fields than these. */
  static LocalRequest body(HttpRequest request, String id, List<String> known) throws LocalRefusal {
    JsonNode tree = JsonTrees.read(request.body()).orElse(null);
    if (!(tree instanceof ObjectNode object)) {
      throw LocalRefusal.bad(
          "body", "must be a JSON object, such as {\"user\":\"alice\"}; see what you sent.");
    }
    for (var field : object.properties()) {
      if (!known.contains(field.getKey())) {
        throw LocalRefusal.bad(
            field.getKey(), "is not known here; use %s.".formatted(String.join(", ", known)));
      }
    }
    return new LocalRequest(id, object);
  }

  static LocalRequest query(HttpRequest request, String id) {
    ObjectNode fields = JsonTrees.object();
    request.query().forEach(fields::put);
    return new LocalRequest(id, fields);
  }

  /** What stands in the path for {@code {id}}. */
  String id() {
    return id;
  }

  boolean has(String name) {
    return fields.has(name);
  }

  JsonNode get(String name) {
    return fields.path(name);
  }

  Optional<String> text(String name) {
    JsonNode value = fields.path(name);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asText()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  String required(String name, String example) throws LocalRefusal {
    return text(name)
        .orElseThrow(() -> LocalRefusal.bad(name, "is needed, such as \"%s\".".formatted(example)));
  }

  boolean flag(String name) {
    return fields.path(name).asBoolean(false);
  }

  /** The member in whose name this is done. */
  Member member() throws LocalRefusal {
    String given = required("user", "alice");
    return Directory.member(given)
        .filter(one -> !one.bot())
        .orElseThrow(
            () ->
                LocalRefusal.bad(
                    "user", "nobody is called %s; use one of %s.".formatted(given, names())));
  }

  /** The channel, if this member may see it; {@code @berth} is the conversation with the bot. */
  Channel channel(Member member) throws LocalRefusal {
    String given = required("channel", "#requests");
    String meant = given.matches("@?berth") ? member.id() : given;
    return Directory.channel(meant)
        .filter(one -> one.visibleTo(member.id()))
        .orElseThrow(
            () ->
                LocalRefusal.bad(
                    "channel",
                    "%s sees no %s; use %s.".formatted(member.name(), given, channels(member))));
  }

  private static String names() {
    return Directory.people().stream().map(Member::name).collect(Collectors.joining(", "));
  }

  private static String channels(Member member) {
    return Directory.channels().stream()
        .filter(one -> one.visibleTo(member.id()))
        .map(Channel::label)
        .collect(Collectors.joining(", "));
  }
}
