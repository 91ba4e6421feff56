// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A body that OkHttp may write once. Of everything that can be switched off in OkHttp, this alone
 * stops each of its silent re-sends: after a dropped connection, a 408, and a 503 with {@code
 * Retry-After: 0}.
 */
final class OneShotBody extends RequestBody {
  private final byte[] bytes;

  OneShotBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /** None: the header is set, byte for byte as signed, on the request. */
  @Override
  public @Nullable MediaType contentType() {
    return null;
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(bytes);
  }
}
