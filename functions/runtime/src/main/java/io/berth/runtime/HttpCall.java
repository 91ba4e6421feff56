// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

/**
 * One HTTP request, whichever way it came.
 *
 * @param method as sent, e.g. {@code POST}
 * @param path as sent, neither decoded nor normalised
 * @param headers without the platform's own
 * @param body the bytes that were signed: base64 of an event is undone; treated as immutable
 * @param requestId the platform's id of this call, for answer and log
 */
public record HttpCall(
    String method, String path, Headers headers, byte[] body, String requestId) {}
