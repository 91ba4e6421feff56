// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.tencentcloudapi.common.AbstractClient;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import io.berth.contract.Secret;
import java.lang.reflect.Method;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * From a request to its {@code Authorization} header. In this package because the parts of our
 * signature are nobody else's business.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SigningBenchmark {
  private static final String TYPE = "application/json; charset=utf-8";
  private static final String HOST = "tcr.tencentcloudapi.com";

  private final byte[] body =
      "{\"RegistryName\":\"bench\",\"RegistryType\":\"basic\"}".getBytes(UTF_8);
  private final Instant now = Instant.parse("2026-11-21T08:00:00Z");
  private final Credentials credentials =
      new Credentials("AKIDbench", Secret.of("bench"), Optional.empty());
  private final SigningKeys keys = new SigningKeys();
  private final byte[] key = Signature.signingKey("bench", Signature.date(now), "tcr");
  private final byte[] canonical = canonical().text().getBytes(UTF_8);
  private final byte[] toSign =
      ("TC3-HMAC-SHA256\n1795248000\n2026-11-21/tcr/tc3_request\n" + Hashes.sha256Hex(canonical))
          .getBytes(UTF_8);

  private MessageDigest digest;
  private Mac mac;
  private AbstractClient client;
  private Method authorization;
  private final HashMap<String, String> sdkHeaders = new HashMap<>();

  @Setup
  public void prepare() throws Exception {
    digest = MessageDigest.getInstance("SHA-256");
    mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    client =
        new CommonClient("tcr", "2019-09-24", new Credential("AKIDbench", "bench"), "ap-guangzhou");
    // The SDK's own signature; every call inlines the same steps between other work.
    authorization =
        AbstractClient.class.getDeclaredMethod("getAuthorization", HashMap.class, byte[].class);
    authorization.setAccessible(true);
    sdkHeaders.put("Content-Type", TYPE);
    sdkHeaders.put("X-TC-Timestamp", Long.toString(now.getEpochSecond()));
  }

  private CanonicalRequest canonical() {
    Map<String, String> signed =
        Map.of("content-type", TYPE, "host", HOST, "x-tc-action", "CreateInstance");
    return CanonicalRequest.of("POST", "", signed, body);
  }

  /** As {@link CloudClient} signs, with the day's key at hand. */
  @Benchmark
  public String ours() {
    byte[] today = keys.key(credentials, Signature.date(now), "tcr");
    return Signature.of(canonical(), now, "tcr", today).authorization(credentials.secretId());
  }

  /** The two digests and the one MAC, got from the JDK as for every signature. */
  @Benchmark
  public byte[] hashes() throws Exception {
    MessageDigest fresh = MessageDigest.getInstance("SHA-256");
    byte[] first = fresh.digest(body);
    byte[] second = MessageDigest.getInstance("SHA-256").digest(canonical);
    Mac freshMac = Mac.getInstance("HmacSHA256");
    freshMac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] third = freshMac.doFinal(toSign);
    third[0] ^= (byte) (first[0] ^ second[0]);
    return third;
  }

  /** The same with objects that are kept, which only one thread could. */
  @Benchmark
  public byte[] hashesReused() {
    byte[] first = digest.digest(body);
    byte[] second = digest.digest(canonical);
    byte[] third = mac.doFinal(toSign);
    third[0] ^= (byte) (first[0] ^ second[0]);
    return third;
  }

  /** The official SDK's. */
  @Benchmark
  public Object sdk() throws Exception {
    return authorization.invoke(client, sdkHeaders, body);
  }
}
