// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.tencentcloudapi.common.AbstractClient;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import io.berth.contract.text.Digests;
import io.berth.contract.text.Secret;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * From a request to its {@code Authorization} header, four ways. In this package because the parts
 * of our signature are nobody else's business.
 */
public final class SigningLoad {
  private static final int CALLS = 60_000;
  private static final int WARM_UP = 5;
  private static final int PASSES = 5;
  private static final String TYPE = "application/json; charset=utf-8";
  private static final String HOST = "tcr.tencentcloudapi.com";

  private final byte[] body =
      "{\"RegistryName\":\"bench\",\"RegistryType\":\"basic\"}".getBytes(UTF_8);
  private final Instant now = Instant.parse("2026-11-21T08:00:00Z");
  private final Credentials credentials =
      new Credentials("AKIDbench", Secret.of("bench"), Optional.empty());
  private final SigningKeys keys = new SigningKeys();
  private final byte[] key = SigningKey.of("bench", now, "tcr").bytes();
  private final byte[] canonical = canonical().text().getBytes(UTF_8);
  private final byte[] toSign =
      ("TC3-HMAC-SHA256\n1795248000\n2026-11-21/tcr/tc3_request\n" + Digests.sha256Hex(canonical))
          .getBytes(UTF_8);
  private final MessageDigest digest = MessageDigest.getInstance("SHA-256");
  private final Mac mac = Mac.getInstance("HmacSHA256");
  private final AbstractClient client =
      new CommonClient("tcr", "2019-09-24", new Credential("AKIDbench", "bench"), "ap-guangzhou");
  private final HashMap<String, String> sdkHeaders = new HashMap<>();
  private final Method sdkAuthorization;

  private SigningLoad() throws GeneralSecurityException, ReflectiveOperationException {
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    // The SDK's own signature; its calls have the same steps inlined between other work.
    sdkAuthorization =
        AbstractClient.class.getDeclaredMethod("getAuthorization", HashMap.class, byte[].class);
    sdkAuthorization.setAccessible(true);
    sdkHeaders.put("Content-Type", TYPE);
    sdkHeaders.put("X-TC-Timestamp", Long.toString(now.getEpochSecond()));
  }

  /** Prints one line: microseconds of CPU for ours, the hashes, the hashes reused, the SDK's. */
  public static void main(String... words) throws Exception {
    SigningLoad load = new SigningLoad();
    List<Callable<?>> all = List.of(load::ours, load::hashes, load::hashesReused, load::sdk);
    double[][] micros = new double[all.size()][PASSES];
    for (int pass = -WARM_UP; pass < PASSES; pass++) {
      for (int i = 0; i < all.size(); i++) {
        double found = micros(all.get(i));
        if (pass >= 0) {
          micros[i][pass] = found;
        }
      }
    }
    StringBuilder line = new StringBuilder();
    for (double[] one : micros) {
      Arrays.sort(one);
      line.append(one[PASSES / 2]).append(' ');
    }
    System.out.println(line);
    System.exit(0);
  }

  /** CPU time of this thread, because a busy machine takes its time from all alike. */
  private static double micros(Callable<?> one) throws Exception {
    int used = 0;
    long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < CALLS; i++) {
      used += one.call() == null ? 0 : 1;
    }
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
    return nanos / 1e3 / used;
  }

  private CanonicalRequest canonical() {
    return CanonicalRequest.ofPost(TYPE, HOST, "CreateInstance", body);
  }

  /** As {@link CloudClient} signs, with the day's key at hand. */
  private String ours() {
    SigningKey today = keys.key(credentials, now, "tcr");
    return Tc3Signature.of(canonical(), now, today).authorization(credentials.secretId());
  }

  /** The two digests and the one MAC, got from the JDK as for every signature. */
  private byte[] hashes() throws GeneralSecurityException {
    byte[] first = MessageDigest.getInstance("SHA-256").digest(body);
    byte[] second = MessageDigest.getInstance("SHA-256").digest(canonical);
    Mac fresh = Mac.getInstance("HmacSHA256");
    fresh.init(new SecretKeySpec(key, "HmacSHA256"));
    return mixed(first, second, fresh.doFinal(toSign));
  }

  /** The same with objects that are kept, which only one thread could. */
  private byte[] hashesReused() {
    return mixed(digest.digest(body), digest.digest(canonical), mac.doFinal(toSign));
  }

  /** Uses all three, so that none can be left out. */
  private static byte[] mixed(byte[] first, byte[] second, byte[] third) {
    third[0] ^= (byte) (first[0] ^ second[0]);
    return third;
  }

  private Object sdk() throws ReflectiveOperationException {
    return sdkAuthorization.invoke(client, sdkHeaders, body);
  }
}
