// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.http;

/**
 * Answers the calls of one route. What it throws is a bug or lost I/O: it is logged once and
 * answered with 500.
 */
@FunctionalInterface
public interface HttpHandler {
  HttpResponse handle(HttpRequest call) throws Exception;
}
