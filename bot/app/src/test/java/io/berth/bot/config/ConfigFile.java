// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.contract.auth.ApprovalKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A configuration that is right, and changes to it, one mistake at a time. */
public final class ConfigFile {
  public static final String RIGHT =
      """
      slack:   {signing_secret: ${SIGNING}, bot_token: ${TOKEN}, api_url: "http://127.0.0.1:8100/api/", command: /tcr, approvals_channel: C0APPROVALS, workspaces: [T0BERTH]}
      server:  {port: 8101, admin_port: 8104}
      database: {url: "jdbc:h2:file:./data/berth;WRITE_DELAY=0", user: sa, password: ""}
      approval: {key_id: local, signing_key: ${KEY}, expires: 24h}
      functions:
        tcr-create-instance: {url: "http://127.0.0.1:8103/tcr-create-instance", secrets: [${FN1}]}
        tcr-describe-instances: {url: "http://127.0.0.1:8103/tcr-describe-instances", secrets: [${FN2}]}
        tcr-create-namespace: {url: "http://127.0.0.1:8103/tcr-create-namespace", secrets: [${FN6}]}
        tcr-describe-namespaces: {url: "http://127.0.0.1:8103/tcr-describe-namespaces", secrets: [${FN7}]}
        tat-create-register-code: {url: "https://fn.example.com/tat-create-register-code", secrets: [${FN3}, ${NEXT}]}
        tat-describe-register-codes: {url: "http://127.0.0.1:8103/tat-describe-register-codes", secrets: [${FN4}]}
        tat-disable-register-codes: {url: "http://127.0.0.1:8103/tat-disable-register-codes", secrets: [${FN5}]}
      region: ap-guangzhou
      teams:   {payments: {members: [U0ALICE, U0AMIR]}}
      approvers: {platform: [U0BOB, U0CAROL]}
      policy:
        - {when: {kind: registry, charge: prepaid}, approvals: 2, from: platform}
        - {when: {kind: registry}, approvals: 1, from: platform}
        - {when: {kind: code, permanent: true}, approvals: 2, from: platform}
        - {when: {kind: code}, approvals: 1, from: platform}
      webhook_callers: {ci: {secrets: [${CI}], team: payments}}
      execution: {call_timeout: 20s, lease: 60s, attempts: 3, settle: 15m, poll: 500ms}
      """;

  private final Path file;
  private final Map<String, String> env = new HashMap<>();

  public ConfigFile(Path directory) {
    this.file = directory.resolve("berth.yaml");
    env.put("SIGNING", "8f742231b10e8888abcd99yyyzzz85a5");
    env.put("TOKEN", "xoxb-local");
    env.put("KEY", ApprovalKeys.generate().signingKey().reveal());
    for (int i = 1; i <= 7; i++) {
      env.put("FN" + i, key("function-" + i));
    }
    env.put("NEXT", key("the next of function-3"));
    env.put("CI", key("ci"));
  }

  private static String key(String of) {
    byte[] bytes = Arrays.copyOf(of.getBytes(StandardCharsets.US_ASCII), 32);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  public Path path() {
    return file;
  }

  public Map<String, String> env() {
    return env;
  }

  ConfigFile with(String name, String value) {
    env.put(name, value);
    return this;
  }

  ConfigFile without(String name) {
    env.remove(name);
    return this;
  }

  public Loaded load(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return BerthConfig.load(file, env);
  }

  BerthConfig right(String text) {
    return load(text)
        .fold(
            Loaded.Ok::config,
            bad -> {
              throw new AssertionError(bad.sentences());
            });
  }

  List<String> mistakes(String text) {
    return load(text)
        .fold(
            ok -> {
              throw new AssertionError("no mistake was found");
            },
            Loaded.Bad::sentences);
  }

  /** The mistakes of the right file with one piece of text changed. */
  List<String> mistakes(String piece, String replacement) {
    if (!RIGHT.contains(piece)) {
      throw new AssertionError("not in the file: " + piece);
    }
    return mistakes(RIGHT.replace(piece, replacement));
  }

  List<String> warnings(String text) {
    return load(text)
        .fold(
            Loaded.Ok::warnings,
            bad -> {
              throw new AssertionError(bad.sentences());
            });
  }
}
