// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for localhost as the cloud has one, RSA under an intermediate under a root, and two
 * trust stores with that root: all the roots of the Java in use, and the root alone.
 */
final class Tls {
  private static final String PASSWORD = "changeit";

  private final Path keys;
  private final Path all;
  private final Path small;

  /**
   * @param folder for the files, made once
   * @param cacerts the roots that a Java comes with
   */
  Tls(Path folder, Path cacerts) throws IOException, InterruptedException {
    keys = folder.resolve("keys.p12");
    all = folder.resolve("all-roots");
    small = folder.resolve("one-root.p12");
    for (Path old : List.of(keys, all, small)) {
      Files.deleteIfExists(old);
    }
    pair("root", "-ext", "bc:c");
    pair("intermediate", "-signer", "root", "-ext", "bc:c");
    pair("leaf", "-signer", "intermediate", "-ext", "san=dns:localhost");
    Path root = folder.resolve("root.crt");
    keytool(keys, "-exportcert", "-alias", "root", "-file", root.toString());
    Files.copy(cacerts, all, StandardCopyOption.REPLACE_EXISTING);
    for (Path store : List.of(all, small)) {
      keytool(store, "-importcert", "-noprompt", "-alias", "bench", "-file", root.toString());
    }
  }

  private void pair(String alias, String... more) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-keyalg", "RSA"));
    words.addAll(List.of("-keysize", "2048", "-dname", "CN=" + alias));
    words.addAll(List.of(more));
    keytool(keys, words.toArray(String[]::new));
  }

  /**
   * As the JDK keeps its own roots since 18: neither encrypted nor summed, which would cost time.
   */
  private static void keytool(Path store, String... words)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(BenchSetup.java()).resolveSibling("keytool").toString(),
                "-J-Dkeystore.pkcs12.macAlgorithm=NONE",
                "-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE"));
    command.addAll(List.of(words));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    ChildProcess.run(store.getParent(), command);
  }

  /** Trusts the roots that every Java trusts, and ours. */
  List<String> defaults() {
    return List.of("-Djavax.net.ssl.trustStore=" + all);
  }

  /** The TLS options: a trust store of one root, and one group for the key agreement. */
  List<String> options() {
    return List.of("-Djavax.net.ssl.trustStore=" + small, "-Djdk.tls.namedGroups=x25519");
  }

  /** The same by the bundle's own variables. */
  Map<String, String> variables() {
    return Map.of("BERTH_TRUST_STORE", small.toString(), "BERTH_TLS_GROUPS", "x25519");
  }

  ServerSocketFactory sockets() throws IOException {
    try (InputStream in = Files.newInputStream(keys)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      // The root signs and would be offered too; only the leaf is for localhost.
      store.deleteEntry("root");
      store.deleteEntry("intermediate");
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context.getServerSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has these algorithms.", e);
    }
  }
}
