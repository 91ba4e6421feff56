// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import io.berth.emulator.signature.Keys;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables of an instance (SCF, Environment Variables). Nothing of the emulator's
 * own environment gets in.
 */
public final class InstanceEnvironment {
  private final URI cloud;

  /** Takes where the emulator's API is. */
  public InstanceEnvironment(URI cloud) {
    this.cloud = cloud;
  }

  /**
   * All variables of one instance.
   *
   * @param port where its runtime API listens on 127.0.0.1
   * @param home a folder of its own that it may write to
   * @param key the role's credentials, when the function has a role
   */
  Map<String, String> of(Revision revision, int port, Path home, Optional<Keys.TemporaryKey> key) {
    Map<String, String> all = new LinkedHashMap<>();
    laptop(all);
    all.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    all.put("HOME", home.toString());
    all.put("LANG", utf8Locale());
    all.put("SCF_RUNTIME_API", "127.0.0.1");
    all.put("SCF_RUNTIME_API_PORT", Integer.toString(port));
    function(all, revision);
    // The user's own come last: reserved names were refused when they were set.
    all.putAll(revision.configuration().environment());
    key.ifPresent(given -> credentials(all, given));
    return all;
  }

  private static void function(Map<String, String> all, Revision revision) {
    all.put("_HANDLER", revision.configuration().handler());
    all.put("SCF_RUNTIME", FunctionConfiguration.RUNTIME);
    all.put("SCF_NAMESPACE", "default");
    all.put("SCF_FUNCTIONNAME", revision.key().name());
    all.put("SCF_FUNCTIONVERSION", "$LATEST");
    all.put("USER_CODE_ROOT", revision.code().user() + "/");
    all.put("TENCENTCLOUD_RUNENV", "SCF");
    all.put("TENCENTCLOUD_REGION", revision.key().region());
    all.put("TENCENTCLOUD_TZ", "UTC");
  }

  // Two conveniences of the laptop that the cloud does not have [I]: a Java for bundles that bring
  // none, and the emulator's address, which stands in for the name service that would lead
  // tcr.tencentcloudapi.com here. A variable of the function's own wins over both.
  private void laptop(Map<String, String> all) {
    all.put("JAVA_HOME", System.getProperty("java.home"));
    all.put("BERTH_CLOUD_ENDPOINT", cloud.toString());
  }

  // SCF says en_US.UTF8, which a plain Linux does not have; without a UTF-8 locale Java 17 writes
  // question marks. macOS in turn lacks C.UTF-8.
  private static String utf8Locale() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return system.startsWith("mac") ? "en_US.UTF-8" : "C.UTF-8";
  }

  private static void credentials(Map<String, String> all, Keys.TemporaryKey key) {
    all.put("TENCENTCLOUD_SECRETID", key.secretId());
    all.put("TENCENTCLOUD_SECRETKEY", key.secretKey());
    all.put("TENCENTCLOUD_SESSIONTOKEN", key.token());
  }
}
