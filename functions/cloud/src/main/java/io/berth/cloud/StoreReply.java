// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

/** What came of one call to object storage. */
public sealed interface StoreReply {

  /**
   * The object is there.
   *
   * @param bytes its size; of what was sent, when it was stored just now
   * @param etag lower-case hex; the MD5 of an object that was stored in one piece
   */
  record There(long bytes, String etag) implements StoreReply {}

  /**
   * COS said no.
   *
   * @param status of HTTP; 404 of a HEAD says that there is no such object, or no such bucket
   * @param code e.g. {@code NoSuchBucket}; empty for a HEAD, whose answers have no body
   * @param requestId for COS's support, empty when there was none
   */
  record Refused(int status, String code, String message, String requestId) implements StoreReply {}

  /**
   * No answer arrived, or one that is not COS's.
   *
   * @param why one plain sentence
   */
  record Lost(String why) implements StoreReply {}
}
