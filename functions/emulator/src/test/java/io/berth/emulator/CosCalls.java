// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A client's side of COS, written from the document for the tests alone, on a bare socket. */
public final class CosCalls {
  private final URI server;
  private final String secretId;
  private final String secretKey;
  private final Clock clock;
  private String host = "code-1250000000.cos.ap-guangzhou.myqcloud.com";
  private long off;

  public CosCalls(URI server, String secretId, String secretKey, Clock clock) {
    this.server = server;
    this.secretId = secretId;
    this.secretKey = secretKey;
    this.clock = clock;
  }

  /** The same for another bucket. */
  CosCalls at(String bucket) {
    CosCalls other = new CosCalls(server, secretId, secretKey, clock);
    other.host = bucket + ".myqcloud.com";
    return other;
  }

  /**
   * Signs from now on with a clock that is so many seconds ahead; each signature holds for none.
   */
  void hasTheTime(long seconds) {
    off = seconds;
  }

  public String put(String path, String content) {
    return send("PUT", path, "Content-Length: " + content.length() + "\r\n", content);
  }

  String send(String method, String path, String headers) {
    return send(method, path, headers, "");
  }

  /**
   * @param headers whole lines; all of them are signed
   */
  String send(String method, String path, String headers, String body) {
    return raw(method, path, authorization(method, path, headers) + headers, body);
  }

  /** A request as it stands, answered whole. */
  String raw(String method, String path, String headers, String body) {
    String target = path.replace("<", "%3C");
    String head =
        method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n";
    return Raw.bytes(
        server, (head + headers + "\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The line {@code Authorization}. */
  public String authorization(String method, String path, String headers) {
    long from = clock.instant().getEpochSecond() + off;
    // At 901 s behind, a signature that holds for 900 s has just expired.
    String time = from + ";" + (from + (off < 0 ? 900 : 3600));
    TreeMap<String, String> signed = new TreeMap<>();
    signed.put("host", host);
    headers
        .lines()
        .map(line -> line.split(": ", 2))
        .forEach(pair -> signed.put(pair[0].toLowerCase(Locale.ROOT), pair[1]));
    List<String> pairs = new ArrayList<>();
    signed.forEach((name, value) -> pairs.add(name + "=" + encode(value)));
    String http =
        method.toLowerCase(Locale.ROOT) + "\n" + path + "\n\n" + String.join("&", pairs) + "\n";
    String toSign = "sha1\n" + time + "\n" + hex(sha1(http)) + "\n";
    String signature = hex(hmac(hex(hmac(secretKey, time)), toSign));
    return "Authorization: q-sign-algorithm=sha1&q-ak="
        + secretId
        + "&q-sign-time="
        + time
        + "&q-key-time="
        + time
        + "&q-header-list="
        + String.join(";", signed.keySet())
        + "&q-url-param-list=&q-signature="
        + signature
        + "\r\n";
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static byte[] sha1(String text) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
