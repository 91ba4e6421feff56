// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.cos;

import io.berth.cloud.Credentials;
import io.berth.cloud.Endpoint;
import io.berth.cloud.ObjectStore;
import io.berth.cloud.StoreReply;
import io.berth.cloud.Timeouts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The bucket that hands bundles to SCF. A bundle's key is made of its hash, so what is there once
 * is never sent again, and no deploy changes what another one put there.
 */
public final class CodeBucket implements AutoCloseable {
  /** 50 MB over a line that takes half a megabit a second. */
  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMinutes(15));

  private final ObjectStore store;
  private final BucketName name;
  private final String region;
  private final Set<String> there = new HashSet<>();

  private CodeBucket(ObjectStore store, BucketName name, String region) {
    this.store = store;
    this.name = name;
    this.region = region;
  }

  /**
   * A bucket; nothing is asked of it yet.
   *
   * @param cloud where the cloud's API is; with an emulator of it, COS is there too
   */
  public static CodeBucket open(
      Endpoint cloud, BucketName name, String region, Credentials credentials, Clock clock) {
    return new CodeBucket(
        new ObjectStore(cloud, name.full(), region, credentials, clock, TIMEOUTS), name, region);
  }

  public BucketName name() {
    return name;
  }

  public String region() {
    return region;
  }

  /**
   * Sees to it that a bundle is in the bucket, and asks only once per deploy.
   *
   * @param sha256 of the file, lower-case hex
   * @param md5 of the file
   * @return its key, which begins with a slash
   */
  public String hold(Path file, long bytes, String sha256, byte[] md5) throws NotStored {
    String key = "/berth/" + sha256 + ".zip";
    if (!there.contains(key) && !isThere(key, bytes, md5)) {
      refuse("PUT", key, store.put(key, file, bytes, md5));
    }
    there.add(key);
    return key;
  }

  @Override
  public void close() {
    store.close();
  }

  /** Whether an object of that size and content is there already. */
  private boolean isThere(String key, long bytes, byte[] md5) throws NotStored {
    StoreReply reply = store.head(key);
    // A refused HEAD has no body and so no code. The PUT gets it, or goes through: then the key has
    // cos:PutObject alone, and every deploy of new code sends the bundle.
    if (reply instanceof StoreReply.Refused refused && refused.status() < 500) {
      return false;
    }
    refuse("HEAD", key, reply);
    return reply.equals(new StoreReply.There(bytes, HexFormat.of().formatHex(md5)));
  }

  private void refuse(String method, String key, StoreReply reply) throws NotStored {
    String what = "%s of %s in bucket %s (%s)".formatted(method, key, name.full(), region);
    if (reply instanceof StoreReply.Lost lost) {
      throw new NotStored(
          "%s failed: %s; check the network and --region, then deploy again"
              .formatted(what, lost.why()));
    }
    if (reply instanceof StoreReply.Refused refused) {
      throw new NotStored("%s was refused: %s".formatted(what, why(refused)));
    }
  }

  private static String why(StoreReply.Refused refused) {
    String code = refused.code().isEmpty() ? "HTTP " + refused.status() : refused.code();
    String message = refused.message().isEmpty() ? "" : ", " + refused.message();
    return "%s%s (request id %s); %s"
        .formatted(code, message, refused.requestId(), CosAdvice.of(refused));
  }
}
