// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.Action;
import io.berth.emulator.api.ApiError;
import io.berth.emulator.api.Call;
import io.berth.emulator.api.Field;
import io.berth.emulator.api.Field.Kind;
import io.berth.emulator.api.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** TAT DescribeRegisterCodes. Inferred: an unknown id gives an empty set. */
final class DescribeRegisterCodes implements Action {
  private static final int MOST = 100;

  private static final Shape SHAPE =
      Shape.of(
          Field.optional("RegisterCodeIds", Kind.TEXTS),
          Field.optional("Offset", Kind.INTEGER),
          Field.optional("Limit", Kind.INTEGER));

  private final Store store;
  private final RegisterCodeJson json;

  DescribeRegisterCodes(Store store, RegisterCodeJson json) {
    this.store = store;
    this.json = json;
  }

  @Override
  public Optional<Shape> shape() {
    return Optional.of(SHAPE);
  }

  private record Asked(long offset, long limit, Set<String> ids) {
    static Asked of(ObjectNode given) throws ApiError {
      long offset = Limits.number(given, "Offset", 0, 0, Long.MAX_VALUE);
      long limit = Limits.number(given, "Limit", 20, 1, MOST);
      Set<String> ids = CodeIds.of(given);
      if (ids.size() > MOST) {
        throw Limits.tooLong("RegisterCodeIds has more than " + MOST + " entries.");
      }
      return new Asked(offset, limit, ids);
    }
  }

  @Override
  public void checkValues(Call call) throws ApiError {
    Asked.of(call.parameters());
  }

  @Override
  public ObjectNode call(Call call) throws ApiError {
    Asked asked = Asked.of(call.parameters());
    List<RegisterCode> found =
        store.codes(call.region(), asked.ids()).stream()
            .filter(code -> call.shows(code.createdAt()))
            .toList();
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("TotalCount", found.size());
    ArrayNode page = answer.putArray("RegisterCodeSet");
    found.stream().skip(asked.offset()).limit(asked.limit()).map(json::of).forEach(page::add);
    return answer;
  }
}
