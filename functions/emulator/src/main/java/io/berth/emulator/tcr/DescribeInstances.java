// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.function.Predicate;

/**
 * TCR DescribeInstances: filters are joined by AND, the values of one by OR. Inferred: an unknown
 * id gives an empty list, a limit above 100 is cut, RegistryName matches parts of names.
 */
final class DescribeInstances implements Action {
  static final Shape FILTER =
      Shape.of(Field.required("Name", Kind.TEXT), Field.required("Values", Kind.TEXTS));

  private static final Shape SHAPE =
      Shape.of(
          Field.optional("Registryids", Kind.TEXTS), // lower-case d, as in the document
          Given.OFFSET,
          Given.LIMIT,
          new Field("Filters", Kind.OBJECTS, false, FILTER),
          Field.optional("AllRegion", Kind.BOOLEAN));

  private final Registries registries;
  private final RegistryJson json;

  DescribeInstances(Registries registries, RegistryJson json) {
    this.registries = registries;
    this.json = json;
  }

  @Override
  public Optional<Shape> shape() {
    return Optional.of(SHAPE);
  }

  @Override
  public void checkValues(Call call) throws ApiError {
    Given.offset(call.parameters());
    Given.limit(call.parameters());
    wanted(call.parameters(), call.region());
  }

  @Override
  public ObjectNode call(Call call) throws ApiError {
    ObjectNode given = call.parameters();
    long offset = Given.offset(given);
    long limit = Given.limit(given);
    List<Registry> found =
        registries.all().stream()
            .filter(registry -> call.shows(registry.createdAt()))
            .filter(wanted(given, call.region()))
            .toList();
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("TotalCount", found.size());
    ArrayNode page = answer.putArray("Registries");
    found.stream().skip(offset).limit(limit).map(json::of).forEach(page::add);
    return answer;
  }

  private static Predicate<Registry> wanted(ObjectNode given, String region) throws ApiError {
    Predicate<Registry> wanted =
        registry -> given.path("AllRegion").asBoolean(false) || registry.region().equals(region);
    Set<String> ids = Given.texts(given.path("Registryids"));
    wanted = wanted.and(registry -> ids.isEmpty() || ids.contains(registry.id()));
    for (JsonNode filter : given.path("Filters")) {
      wanted =
          wanted.and(filter(filter.get("Name").textValue(), Given.texts(filter.get("Values"))));
    }
    return wanted;
  }

  private static Predicate<Registry> filter(String name, Set<String> values) throws ApiError {
    return switch (name) {
      case "RegistryName" -> r -> values.stream().anyMatch(r.name()::contains);
      case "Tags" -> r -> r.tags().filter(t -> values.stream().anyMatch(t::match)).isPresent();
      default -> throw Refusal.parameter("Filters.Name must be RegistryName or Tags.");
    };
  }
}
