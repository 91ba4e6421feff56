// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import java.io.IOException;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** A file as a body that OkHttp may write once, as {@link OneShotBody}; never whole in memory. */
final class FileBody extends RequestBody {
  private final Path file;
  private final long bytes;

  /**
   * @param bytes how many are announced; a file that has others by then fails the call
   */
  FileBody(Path file, long bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** None: the header is set on the request. */
  @Override
  public @Nullable MediaType contentType() {
    return null;
  }

  @Override
  public long contentLength() {
    return bytes;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    try (Source source = Okio.source(file)) {
      sink.writeAll(source);
    }
  }
}
