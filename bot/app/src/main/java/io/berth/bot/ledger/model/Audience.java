// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

/** Who is told by an outbox row. */
public enum Audience {
  /** The approvers' channel: the request's card. Only requests that need approval have one. */
  CARD,
  /** The person who asked. */
  REQUESTER
}
