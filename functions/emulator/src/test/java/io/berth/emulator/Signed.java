// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A client's side of both signature versions, written from the document for the tests alone: what
 * the emulator checks is not what signs.
 */
public final class Signed {
  private final URI cloud;
  private final String secretId;
  private final String secretKey;

  public Signed(URI cloud, String secretId, String secretKey) {
    this.cloud = cloud;
    this.secretId = secretId;
    this.secretKey = secretKey;
  }

  /** A JSON POST with version 3. */
  public HttpRequest.Builder post(
      Instant at, String action, String version, String region, String json) {
    String type = "application/json; charset=utf-8";
    return v3("POST", at, "", sha256(json), type, action, version, region)
        .uri(cloud)
        .POST(BodyPublishers.ofString(json));
  }

  /** A GET with version 3; the query is signed as it stands. */
  public HttpRequest.Builder get(
      Instant at, String action, String version, String region, String query) {
    String type = "application/x-www-form-urlencoded";
    return v3("GET", at, query, sha256(""), type, action, version, region)
        .uri(query.isEmpty() ? cloud : URI.create(cloud + "/?" + query))
        .GET();
  }

  /** A JSON POST with version 3 whose body is not signed. */
  public HttpRequest.Builder unsignedPayload(
      Instant at, String action, String version, String region, String json) {
    return v3(
            "POST", at, "", sha256("UNSIGNED-PAYLOAD"), "application/json", action, version, region)
        .header("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD")
        .uri(cloud)
        .POST(BodyPublishers.ofString(json));
  }

  private HttpRequest.Builder v3(
      String method,
      Instant at,
      String query,
      String bodyHash,
      String type,
      String action,
      String version,
      String region) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .header("Content-Type", type)
            .header("Authorization", authorization(method, at, query, bodyHash, type))
            .header("X-TC-Timestamp", Long.toString(at.getEpochSecond()))
            .header("X-TC-Action", action)
            .header("X-TC-Version", version);
    return region.isEmpty() ? request : request.header("X-TC-Region", region);
  }

  public String authorization(
      String method, Instant at, String query, String bodyHash, String type) {
    String headers = "content-type:" + type + "\nhost:" + cloud.getAuthority() + "\n";
    String canonical =
        String.join("\n", method, "/", query, headers, "content-type;host", bodyHash);
    String date = at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    String scope = date + "/127/tc3_request";
    String toSign =
        String.join(
            "\n", "TC3-HMAC-SHA256", Long.toString(at.getEpochSecond()), scope, sha256(canonical));
    byte[] key = hmac("HmacSHA256", utf8("TC3" + secretKey), date);
    key = hmac("HmacSHA256", hmac("HmacSHA256", key, "127"), "tc3_request");
    return "TC3-HMAC-SHA256 Credential="
        + secretId
        + "/"
        + scope
        + ", SignedHeaders=content-type;host, Signature="
        + HexFormat.of().formatHex(hmac("HmacSHA256", key, toSign));
  }

  /** A GET with version 1. */
  public HttpRequest.Builder getV1(Instant at, Map<String, String> parameters) {
    return HttpRequest.newBuilder(URI.create(cloud + "/?" + v1("GET", at, parameters))).GET();
  }

  /** A form POST with version 1. */
  public HttpRequest.Builder formV1(Instant at, Map<String, String> parameters) {
    return HttpRequest.newBuilder(cloud)
        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
        .POST(BodyPublishers.ofString(v1("POST", at, parameters)));
  }

  private String v1(String method, Instant at, Map<String, String> parameters) {
    Map<String, String> all = new TreeMap<>(parameters);
    all.put("Timestamp", Long.toString(at.getEpochSecond()));
    all.put("Nonce", "11886");
    all.put("SecretId", secretId);
    String plain =
        method
            + cloud.getAuthority()
            + "/?"
            + all.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("&"));
    boolean sha256 = "HmacSHA256".equals(parameters.get("SignatureMethod"));
    byte[] mac = hmac(sha256 ? "HmacSHA256" : "HmacSHA1", utf8(secretKey), plain);
    all.put("Signature", Base64.getEncoder().encodeToString(mac));
    return all.entrySet().stream()
        .map(
            pair ->
                pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  public static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(String algorithm, byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(utf8(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
