// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.text.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
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
public final class SocketFunction extends PeerFunction {
  private static final String TYPE = "application/json; charset=utf-8";

  private final Map<String, String> environment;
  private final Clock clock;
  private final URI cloud;

  private SocketFunction(Map<String, String> environment, Clock clock) {
    super(environment, clock);
    this.environment = environment;
    this.clock = clock;
    cloud = URI.create(environment.get("BERTH_CLOUD_ENDPOINT"));
  }

  /** Runs until SIGTERM. */
  public static void main(String... words) {
    PeerProcess.run(System.getenv(), SocketFunction::new);
  }

  @Override
  PeerCall read(byte[] event) {
    Map<String, Object> fields = Json.readObject(event, Json.Limits.WIDE);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    ((Map<?, ?>) fields.get("headers"))
        .forEach((name, value) -> headers.put((String) name, List.of((String) value)));
    return new PeerCall(headers, (String) fields.get("body"));
  }

  @Override
  byte[] write(Map<String, Object> answer) {
    return Json.writeBytes(answer);
  }

  @Override
  String created(String body) throws IOException {
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
      byte[] request = Arrays.copyOf(head, head.length + sent.length);
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
    long now = clock.instant().getEpochSecond();
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
    byte[] day = hmac(("TC3" + environment.get("TENCENTCLOUD_SECRETKEY")).getBytes(UTF_8), date);
    byte[] key = hmac(hmac(day, "tcr"), "tc3_request");
    return "POST / HTTP/1.1\r\nHost: "
        + host
        + "\r\nAuthorization: TC3-HMAC-SHA256 Credential="
        + environment.get("TENCENTCLOUD_SECRETID")
        + "/"
        + scope
        + ", SignedHeaders=content-type;host, Signature="
        + HexFormat.of().formatHex(hmac(key, toSign))
        + "\r\nContent-Type: "
        + TYPE
        + "\r\nX-TC-Action: CreateInstance\r\nX-TC-Version: 2019-09-24\r\nX-TC-Timestamp: "
        + now
        + "\r\nX-TC-Region: ap-guangzhou\r\nX-TC-Token: "
        + environment.get("TENCENTCLOUD_SESSIONTOKEN")
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
