// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

/**
 * Which part of which request.
 *
 * @param number from 1; 0 stands for the request as a whole
 */
public record PartId(String requestId, int number) {
  /** The request as a whole. */
  public static PartId whole(String requestId) {
    return new PartId(requestId, 0);
  }

  /** {@code 01JD…} for a whole request and its first part, else {@code 01JD….2}. */
  @Override
  public String toString() {
    return number < 2 ? requestId : requestId + "." + number;
  }
}
