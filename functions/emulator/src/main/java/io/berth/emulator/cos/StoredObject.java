// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cos;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One object as it was stored.
 *
 * @param file its content; gone as soon as the object is
 * @param md5 lower-case hex, its ETag
 * @param sha256 lower-case hex
 */
public record StoredObject(Path file, long bytes, String md5, String sha256, Instant at) {
  /** With the quotes that belong to it. */
  String etag() {
    return "\"" + md5 + "\"";
  }
}
