// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import io.berth.standin.http.HttpResponse;
import io.berth.standin.json.JsonTrees;

/** A script asked for something that is not there or not allowed: field, rule, way out. */
final class LocalRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String field;

  private LocalRefusal(int status, String field, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
    this.field = field;
  }

  static LocalRefusal bad(String field, String sentence) {
    return new LocalRefusal(400, field, sentence);
  }

  static LocalRefusal notFound(String field, String sentence) {
    return new LocalRefusal(404, field, sentence);
  }

  HttpResponse toResponse() {
    return HttpResponse.json(
        status,
        JsonTrees.object()
            .put("ok", false)
            .put("error", "refused")
            .put("field", field)
            .put("message", field + ": " + getMessage()));
  }
}
