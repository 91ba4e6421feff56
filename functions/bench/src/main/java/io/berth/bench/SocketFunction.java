// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.berth.contract.Callers;
import io.berth.contract.Json;
import io.berth.contract.WebhookVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * The same function by hand on a TLS socket: the least that Java can do for it. It has no timeouts,
 * no pool, no rules for its input and no replies but this one.
 */
public final class SocketFunction implements RequestStreamHandler {
  private static final String TYPE = "application/json; charset=utf-8";

  private final WebhookVerifier verifier =
      new WebhookVerifier(Callers.parse(System.getenv("BERTH_CALLERS")), Clock.systemUTC());
  private final URI cloud = URI.create(System.getenv("BERTH_CLOUD_ENDPOINT"));

  /** Runs until SIGTERM. */
  public static void main(String... words) {
    Function.run(new SocketFunction());
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Map<String, Object> event = Json.readObject(input.readAllBytes(), Json.Limits.WIDE);
    String body = (String) event.get("body");
    Map<String, List<String>> headers = new LinkedHashMap<>();
    ((Map<?, ?>) event.get("headers"))
        .forEach((name, value) -> headers.put((String) name, List.of((String) value)));
    boolean accepted =
        verifier.verify(headers, body.getBytes(UTF_8)).fold(yes -> true, rejected -> false);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("isBase64Encoded", false);
    answer.put("statusCode", accepted ? 200 : 401);
    answer.put("headers", Map.of("Content-Type", "application/json"));
    answer.put("body", accepted ? created(body) : "{}");
    context.getLogger().log("answered " + answer.get("statusCode"));
    output.write(Json.writeBytes(answer));
  }

  private String created(String body) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>(Json.readObject(body.getBytes(UTF_8)));
    fields.remove("Region");
    byte[] sent = Json.writeBytes(fields);
    SSLSocketFactory sockets = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SSLSocket socket = (SSLSocket) sockets.createSocket(cloud.getHost(), cloud.getPort())) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      OutputStream out = socket.getOutputStream();
      byte[] head = head(sent).getBytes(UTF_8);
      byte[] request = java.util.Arrays.copyOf(head, head.length + sent.length);
      System.arraycopy(sent, 0, request, head.length, sent.length);
      out.write(request);
      byte[] buffer = new byte[8192];
      int length = socket.getInputStream().read(buffer);
      String text = new String(buffer, 0, length, UTF_8);
      byte[] json = text.substring(text.indexOf("\r\n\r\n") + 4).getBytes(UTF_8);
      Map<?, ?> response = (Map<?, ?>) Json.readObject(json, Json.Limits.WIDE).get("Response");
      Map<String, Object> created = new LinkedHashMap<>();
      created.put("RegistryId", response.get("RegistryId"));
      created.put("Outcome", "created");
      created.put("RequestId", response.get("RequestId"));
      return Json.write(created);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private String head(byte[] body) throws GeneralSecurityException {
    long now = System.currentTimeMillis() / 1000;
    String date = Instant.ofEpochSecond(now).toString().substring(0, 10);
    String scope = date + "/tcr/tc3_request";
    String host = cloud.getAuthority();
    String canonical =
        "POST\n/\n\ncontent-type:"
            + TYPE
            + "\nhost:"
            + host
            + "\n\ncontent-type;host\n"
            + sha(body);
    String toSign =
        "TC3-HMAC-SHA256\n" + now + "\n" + scope + "\n" + sha(canonical.getBytes(UTF_8));
    byte[] day = hmac(("TC3" + System.getenv("TENCENTCLOUD_SECRETKEY")).getBytes(UTF_8), date);
    byte[] key = hmac(hmac(day, "tcr"), "tc3_request");
    return "POST / HTTP/1.1\r\nHost: "
        + host
        + "\r\nAuthorization: TC3-HMAC-SHA256 Credential="
        + System.getenv("TENCENTCLOUD_SECRETID")
        + "/"
        + scope
        + ", SignedHeaders=content-type;host, Signature="
        + HexFormat.of().formatHex(hmac(key, toSign))
        + "\r\nContent-Type: "
        + TYPE
        + "\r\nX-TC-Action: CreateInstance\r\nX-TC-Version: 2019-09-24\r\nX-TC-Timestamp: "
        + now
        + "\r\nX-TC-Region: ap-guangzhou\r\nX-TC-Token: "
        + System.getenv("TENCENTCLOUD_SESSIONTOKEN")
        + "\r\nContent-Length: "
        + body.length
        + "\r\n\r\n";
  }

  private static String sha(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(UTF_8));
  }
}
