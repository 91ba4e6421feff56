// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import io.berth.standin.http.HttpResponse;

/** Answers the requests of one {@link Route}. */
@FunctionalInterface
interface LocalHandler {
  HttpResponse handle(LocalRequest request) throws LocalRefusal;
}
