// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.schema.Field;
import io.berth.emulator.schema.Field.Type;
import io.berth.emulator.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** TAT DescribeRegisterCodes. Inferred: an unknown id gives an empty set. */
final class DescribeRegisterCodesAction implements ApiAction {
  private static final int MOST = 100;

  private static final Schema SCHEMA =
      Schema.of(
          Field.optional("RegisterCodeIds", Type.TEXTS),
          Field.optional("Offset", Type.INTEGER),
          Field.optional("Limit", Type.INTEGER));

  private final RegisterCodeStore store;
  private final RegisterCodeJson json;

  DescribeRegisterCodesAction(RegisterCodeStore store, RegisterCodeJson json) {
    this.store = store;
    this.json = json;
  }

  @Override
  public Optional<Schema> schema() {
    return Optional.of(SCHEMA);
  }

  private record CodePage(long offset, long limit, Set<String> ids) {
    static CodePage of(ObjectNode given) throws ApiError {
      long offset = ParameterLimits.number(given, "Offset", 0, 0, Long.MAX_VALUE);
      long limit = ParameterLimits.number(given, "Limit", 20, 1, MOST);
      Set<String> ids = CodeIds.of(given);
      if (ids.size() > MOST) {
        throw ParameterLimits.tooLong("RegisterCodeIds has more than " + MOST + " entries.");
      }
      return new CodePage(offset, limit, ids);
    }
  }

  @Override
  public void checkValues(ApiCall call) throws ApiError {
    CodePage.of(call.parameters());
  }

  @Override
  public ObjectNode call(ApiCall call) throws ApiError {
    CodePage wanted = CodePage.of(call.parameters());
    List<StoredRegisterCode> found =
        store.codes(call.region(), wanted.ids()).stream()
            .filter(code -> call.shows(code.createdAt()))
            .toList();
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("TotalCount", found.size());
    ArrayNode page = answer.putArray("RegisterCodeSet");
    found.stream().skip(wanted.offset()).limit(wanted.limit()).map(json::of).forEach(page::add);
    return answer;
  }
}
