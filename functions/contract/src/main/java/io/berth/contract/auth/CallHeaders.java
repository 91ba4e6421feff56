// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.auth;

/** The names of the headers on a call, in the lower case in which they are compared. */
public final class CallHeaders {
  /**
   * The call's id, unique per attempt and the key against repetition (Standard Webhooks 1.0.0,
   * webhook-id).
   */
  public static final String ID = "webhook-id";

  /** Seconds since 1970 (Standard Webhooks 1.0.0, webhook-timestamp). */
  public static final String TIMESTAMP = "webhook-timestamp";

  /**
   * {@code v1,<base64>}, several separated by spaces (Standard Webhooks 1.0.0, webhook-signature).
   */
  public static final String SIGNATURE = "webhook-signature";

  /** The approval, a JWS in compact form. */
  public static final String APPROVAL = "berth-approval";

  /** Milliseconds since 1970 after which the function must not call the cloud any more. */
  public static final String DEADLINE = "berth-deadline";

  /** W3C Trace Context. */
  public static final String TRACEPARENT = "traceparent";

  private CallHeaders() {}
}
