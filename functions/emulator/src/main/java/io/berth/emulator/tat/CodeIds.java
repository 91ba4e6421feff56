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
  static final Pattern SHAPE = Pattern.compile("[0-9a-z]{8}(-[0-9a-z]{4}){3}-[0-9a-z]{12}");

  private CodeIds() {}

  /** The ids in their order. Inferred: an id that stands twice is refused, also in a question. */
  static Set<String> of(ObjectNode given) throws ApiError {
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode item : given.path("RegisterCodeIds")) {
      String id = item.textValue();
      if (!SHAPE.matcher(id).matches()) {
        throw new ApiError(
            "InvalidParameterValue.InvalidRegisterCodeId",
            "RegisterCodeIds." + ids.size() + " is not the id of a register code.");
      }
      if (!ids.add(id)) {
        throw new ApiError(
            "InvalidParameterValue.ParameterKeyDuplicated",
            "RegisterCodeIds names `" + id + "` more than once.");
      }
    }
    return ids;
  }
}
