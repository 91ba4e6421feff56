// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads request bodies within limits of size and time. */
public final class RequestBody {
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final int DRAINED = 64 * 1024 * 1024;

  private RequestBody() {}

  /**
   * The body, cut after {@code limit} + 1 bytes, which says that it is too large. What follows is
   * read and thrown away, as a client that is still sending would not see the answer.
   *
   * @return empty when the client was too slow or went away
   */
  public static Optional<byte[]> read(Request request, int limit) {
    long start = System.nanoTime();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] buffer = new byte[16 * 1024];
      long seen = 0;
      for (int n = in.read(buffer); n >= 0 && seen < DRAINED; n = in.read(buffer)) {
        seen += n;
        kept.write(buffer, 0, Math.min(n, limit + 1 - kept.size()));
        if (System.nanoTime() - start > LONGEST_NANOS) {
          return Optional.empty();
        }
      }
      return Optional.of(kept.toByteArray());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
