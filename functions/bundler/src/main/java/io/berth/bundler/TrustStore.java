// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * A trust store with the few roots that the cloud's certificates chain to. Reading the JDK's whole
 * list is among the largest costs of a cold start; to trust fewer is a policy, so it is opt-in.
 */
final class TrustStore {
  static final String FILE = "trust.p12";
  private static final String ROOTS = "lib/security/cacerts";

  private TrustStore() {}

  /**
   * Picks the roots that {@code trust-roots.txt} names out of the JDK's.
   *
   * @throws BuildFailed when the JDK lacks one
   */
  static void make(Layout layout, Path jdk) throws BuildFailed, IOException {
    // Roots are public and the bundle is read-only, so neither needs a password to be read.
    System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
    System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
    try (InputStream in = Files.newInputStream(jdk.resolve(ROOTS));
        OutputStream out = Files.newOutputStream(layout.root().resolve(FILE))) {
      KeyStore all = KeyStore.getInstance("PKCS12");
      all.load(in, null);
      KeyStore few = KeyStore.getInstance("PKCS12");
      few.load(null, null);
      for (String name : names(layout)) {
        few.setCertificateEntry(name.toLowerCase(Locale.ROOT), find(all, name));
      }
      few.store(out, new char[0]);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java reads and writes PKCS12.", e);
    }
  }

  private static List<String> names(Layout layout) throws IOException {
    return Files.readAllLines(layout.root().resolve("trust-roots.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(String::strip)
        .toList();
  }

  private static Certificate find(KeyStore all, String name)
      throws BuildFailed, GeneralSecurityException {
    for (String alias : Collections.list(all.aliases())) {
      if (all.getCertificate(alias) instanceof X509Certificate root
          && commonName(root).equals(name)) {
        return root;
      }
    }
    throw new BuildFailed(
        "the JDK has no root named " + name + ", which trust-roots.txt asks for: correct the file");
  }

  private static String commonName(X509Certificate certificate) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(Object::toString)
              .findFirst()
              .orElse("");
    } catch (InvalidNameException e) {
      return "";
    }
  }
}
