// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import io.berth.contract.FunctionName;
import io.berth.contract.auth.ApprovalKeys;
import io.berth.contract.auth.WebhookKey;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Every secret of a local run under the name of the environment variable that carries it. They are
 * made once for a folder and kept in it: what was sealed before a restart must open after it.
 */
final class LocalSecrets {
  static final String SIGNING_SECRET = "BERTH_SLACK_SIGNING_SECRET";
  static final String BOT_TOKEN = "BERTH_SLACK_BOT_TOKEN";
  static final String APPROVAL_SIGNING_KEY = "BERTH_APPROVAL_SIGNING_KEY";
  static final String APPROVAL_KEYS = "BERTH_APPROVAL_KEYS";
  static final String WEBHOOK_CI = "BERTH_WEBHOOK_CI";
  static final String SECRET_ID = "TENCENTCLOUD_SECRET_ID";
  static final String SECRET_KEY = "TENCENTCLOUD_SECRET_KEY";

  private final Map<String, String> values;

  private LocalSecrets(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** The secrets in {@code file}, made now if there is none; only its owner can read it. */
  static LocalSecrets in(Path file, SecureRandom random) throws IOException {
    if (!Files.exists(file)) {
      write(file, generate(random));
    }
    Map<String, String> values = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        values.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return new LocalSecrets(values);
  }

  /** The value of one variable. */
  String get(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  /** The variable that holds the secret by which the bot calls {@code function}. */
  static String botSecret(FunctionName function) {
    return "BERTH_FN_" + function.name();
  }

  /**
   * The variable that holds the secret by which anybody on this machine may try {@code function}.
   */
  static String ciSecret(FunctionName function) {
    return "BERTH_CALL_" + function.name();
  }

  /** Who may call {@code function}: the bot with an approval, and {@code ci} to try it by hand. */
  String callers(FunctionName function) {
    String name = function.wireName();
    return "bot:"
        + get(botSecret(function))
        + ":"
        + name
        + ";ci:"
        + get(ciSecret(function))
        + ":"
        + name;
  }

  private static Map<String, String> generate(SecureRandom random) {
    Map<String, String> values = new TreeMap<>();
    values.put(SIGNING_SECRET, hex(random, 16));
    values.put(BOT_TOKEN, "xoxb-local-" + hex(random, 12));
    values.put(SECRET_ID, "AKIDlocal" + hex(random, 12));
    values.put(SECRET_KEY, hex(random, 16));
    values.put(WEBHOOK_CI, WebhookKey.generate(random).reveal());
    ApprovalKeys keys = ApprovalKeys.generate();
    Secret signingKey = keys.signingKey();
    values.put(APPROVAL_SIGNING_KEY, signingKey.reveal());
    values.put(APPROVAL_KEYS, "local:" + keys.publicKey());
    for (FunctionName function : FunctionName.values()) {
      values.put(botSecret(function), WebhookKey.generate(random).reveal());
      values.put(ciSecret(function), WebhookKey.generate(random).reveal());
    }
    return values;
  }

  private static void write(Path file, Map<String, String> values) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    List<String> lines = new ArrayList<>();
    lines.add("# Secrets of this local run, for `. secrets.env`. They open nothing anywhere else.");
    values.forEach((name, value) -> lines.add(name + "=" + value));
    Files.write(file, lines);
  }

  private static String hex(SecureRandom random, int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return HexFormat.of().formatHex(value);
  }
}
