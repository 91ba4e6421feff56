// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.cloud.Credentials;
import io.berth.contract.text.Json;
import io.berth.contract.text.MalformedJson;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files in a home directory in which tccli ({@code .tccli/PROFILE.credential}, JSON) and
 * Tencent Cloud's SDKs ({@code .tencentcloud/credentials}, INI) keep a cloud key. Every refusal is
 * an {@link IllegalArgumentException} with one sentence that names the file and no value.
 */
final class KeyFiles {
  private static final int MAX_BYTES = 64 * 1024;
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Path home;

  KeyFiles(Path home) {
    this.home = home;
  }

  /** The key of a tccli profile, or nothing when there is no such file. */
  Optional<Credentials> tccli(String profile) {
    String name = ".tccli/" + profile + ".credential";
    return read(name).map(text -> key(name, json(name, text), "secretId", "secretKey"));
  }

  /** The key under {@code [default]} in the SDKs' file, or nothing when there is no such file. */
  Optional<Credentials> sdk() {
    String name = ".tencentcloud/credentials";
    return read(name).map(text -> key(name, ini(text), "secret_id", "secret_key"));
  }

  private static Credentials key(String name, Map<String, ?> fields, String id, String key) {
    if (!text(fields, "role-arn").isEmpty()) {
      throw refusal(name, "names a role to assume, which deploy does not do; export its keys");
    }
    if (text(fields, id).isEmpty() || text(fields, key).isEmpty()) {
      throw refusal(name, "lacks " + id + " or " + key + "; write both, or export the key");
    }
    Optional<Secret> token =
        Optional.of(text(fields, "token")).filter(given -> !given.isEmpty()).map(Secret::of);
    return new Credentials(text(fields, id), Secret.of(text(fields, key)), token);
  }

  private static String text(Map<String, ?> fields, String name) {
    return fields.get(name) instanceof String text ? text.strip() : "";
  }

  private static Map<String, Object> json(String name, String text) {
    try {
      return Json.readObject(text.getBytes(StandardCharsets.UTF_8));
    } catch (MalformedJson e) {
      throw refusal(name, "is not a JSON object; write it anew with tccli configure");
    }
  }

  private static Map<String, String> ini(String text) {
    Map<String, String> fields = new HashMap<>();
    String section = "";
    for (String line : text.lines().map(String::strip).toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1).strip();
      } else if (section.equals("default") && equals > 0 && !line.matches("[#;].*")) {
        fields.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
    return fields;
  }

  private Optional<String> read(String name) {
    Path file = home.resolve(name);
    try (InputStream in = Files.newInputStream(file)) {
      refuseOpen(name, file);
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw refusal(name, "is larger than 64 KB; a key is a few lines");
      }
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw refusal(name, "cannot be read; allow it, or export the key");
    }
  }

  private static void refuseOpen(String name, Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    // Without such modes, as on Windows, the folder's own protection has to do.
    if (view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
      throw refusal(name, "can be read or written by others; chmod 600 ~/" + name);
    }
  }

  private static IllegalArgumentException refusal(String name, String rule) {
    return new IllegalArgumentException("~/" + name + " " + rule);
  }
}
