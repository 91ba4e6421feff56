// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A bundle by its hashes. Not a record, because it has neither equality nor a text worth having.
 */
final class CodeFile {
  /**
   * A signed request has at most 10 MB (Tencent Cloud API 3.0), of which base64 takes a quarter.
   */
  static final int MOST_IN_A_CALL = 7 * 1024 * 1024;

  private final Path file;
  private final long bytes;
  private final byte[] sha256;
  private final byte[] md5;

  private CodeFile(Path file, long bytes, byte[] sha256, byte[] md5) {
    this.file = file;
    this.bytes = bytes;
    this.sha256 = sha256;
    this.md5 = md5;
  }

  /** Reads the file through once, and keeps none of it. */
  static CodeFile read(Path file) throws DeployStopped {
    MessageDigest sha256 = digest("SHA-256");
    MessageDigest md5 = digest("MD5");
    try (InputStream in = Files.newInputStream(file);
        OutputStream out =
            new DigestOutputStream(
                new DigestOutputStream(OutputStream.nullOutputStream(), md5), sha256)) {
      long bytes = in.transferTo(out);
      return new CodeFile(file, bytes, sha256.digest(), md5.digest());
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  /**
   * Whether {@code told}, GetFunctionAddress's CodeSha256, is the hash of these bytes. The form is
   * not documented, so both hex and base64 count.
   */
  boolean hasSha256(String told) {
    boolean hex = sha256().equalsIgnoreCase(told);
    return hex
        || Arrays.equals(
            told.getBytes(StandardCharsets.US_ASCII), Base64.getEncoder().encode(sha256));
  }

  Path file() {
    return file;
  }

  long bytes() {
    return bytes;
  }

  /** Lower-case hex. */
  String sha256() {
    return HexFormat.of().formatHex(sha256);
  }

  byte[] md5() {
    return md5.clone();
  }

  boolean fitsInACall() {
    return bytes <= MOST_IN_A_CALL;
  }

  /** The bytes as SCF's field ZipFile takes them. */
  String base64() throws DeployStopped {
    try {
      byte[] zip = Files.readAllBytes(file);
      if (!MessageDigest.isEqual(digest("SHA-256").digest(zip), sha256)) {
        throw new DeployStopped("the bundle " + file + " changed meanwhile; deploy again");
      }
      return Base64.getEncoder().encodeToString(zip);
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  private static DeployStopped unreadable(Path file) {
    return new DeployStopped(
        "the bundle " + file + " cannot be read; build it with ./mvnw package");
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
