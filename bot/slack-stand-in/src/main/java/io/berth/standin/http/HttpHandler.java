// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.http;

/** What answers requests; it may block. */
@FunctionalInterface
public interface HttpHandler {
  /** Answers one request. An exception that escapes is a bug and becomes status 500. */
  HttpResponse handle(HttpRequest request);
}
