// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads a body under a cap of bytes and of time. */
final class Bodies {
  /** A sender that drips a byte a second keeps a thread; after this long it loses it. */
  private static final long NANOS = TimeUnit.SECONDS.toNanos(10);

  private Bodies() {}

  /** The body, or nothing when it is longer than {@code max}. */
  static Optional<byte[]> read(Request request, int max) throws IOException, TooSlow {
    if (request.getLength() > max) {
      return Optional.empty();
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] chunk = new byte[8192];
    long start = System.nanoTime();
    try (InputStream in = Content.Source.asInputStream(request)) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        body.write(chunk, 0, n);
        if (body.size() > max) {
          return Optional.empty();
        }
        if (System.nanoTime() - start > NANOS) {
          throw new TooSlow();
        }
      }
    }
    return Optional.of(body.toByteArray());
  }

  /** The sender took longer than a body may take. */
  static final class TooSlow extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
