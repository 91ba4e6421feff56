// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameter RegisterCodeIds. */
final class CodeIds {
  // Uuid in shape only: the document's own sample has a letter that is no hex digit.
  static final Pattern FORM = Pattern.compile("[0-9a-z]{8}(-[0-9a-z]{4}){3}-[0-9a-z]{12}");

  private CodeIds() {}

  /** The ids in their order. Inferred: an id that stands twice is refused, also in a question. */
  static Set<String> of(ObjectNode given) throws ApiError {
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode item : given.path("RegisterCodeIds")) {
      String id = item.textValue();
      if (!FORM.matcher(id).matches()) {
        throw new ApiError(
            "InvalidParameterValue.InvalidRegisterCodeId",
            "RegisterCodeIds.%d is not the id of a register code.".formatted(ids.size()));
      }
      if (!ids.add(id)) {
        throw twice(id);
      }
    }
    return ids;
  }

  private static ApiError twice(String id) {
    return new ApiError(
        "InvalidParameterValue.ParameterKeyDuplicated",
        "RegisterCodeIds names `%s` more than once.".formatted(id));
  }
}
