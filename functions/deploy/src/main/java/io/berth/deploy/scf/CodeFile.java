// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A bundle as it is sent: its bytes and their hash. Not a record, because it has neither equality
 * nor a text worth having.
 */
final class CodeFile {
  /**
   * A signed request has at most 10 MB (Tencent Cloud API 3.0), of which base64 takes a quarter.
   */
  private static final int MAX_BYTES = 7 * 1024 * 1024;

  private final byte[] zip;
  private final byte[] sha256;

  private CodeFile(byte[] zip, byte[] sha256) {
    this.zip = zip;
    this.sha256 = sha256;
  }

  static CodeFile read(Path file) throws Stopped {
    try {
      byte[] zip = Files.readAllBytes(file);
      return new CodeFile(zip, MessageDigest.getInstance("SHA-256").digest(zip));
    } catch (IOException e) {
      throw new Stopped("the bundle " + file + " cannot be read; build it with ./mvnw package");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Whether {@code told}, GetFunctionAddress's CodeSha256, is the hash of these bytes. The form is
   * not documented, so both hex and base64 count.
   */
  boolean hasSha256(String told) {
    boolean hex = HexFormat.of().formatHex(sha256).equalsIgnoreCase(told);
    return hex
        || Arrays.equals(
            told.getBytes(StandardCharsets.US_ASCII), Base64.getEncoder().encode(sha256));
  }

  /** The bytes as SCF's field ZipFile takes them. */
  String base64() throws Stopped {
    if (zip.length > MAX_BYTES) {
      throw new Stopped(
          "the bundle has "
              + zip.length
              + " bytes and cannot go through SCF's API, whose requests hold a zip of at most "
              + MAX_BYTES
              + "; larger ones have to go through COS, which deploy does not do");
    }
    return Base64.getEncoder().encodeToString(zip);
  }
}
