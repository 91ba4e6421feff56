// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.function.Predicate;

/**
 * TCR DescribeInstances: filters are joined by AND, the values of one by OR. Inferred: an unknown
 * id gives an empty list, a limit above 100 is cut, RegistryName matches parts of names.
 */
final class DescribeInstancesAction implements ApiAction {
  static final Schema FILTER =
      Schema.of(Field.required("Name", Type.TEXT), Field.required("Values", Type.TEXTS));

  private static final Schema SCHEMA =
      Schema.of(
          Field.optional("Registryids", Type.TEXTS), // lower-case d, as in the document
          RegistryParameters.OFFSET,
          RegistryParameters.LIMIT,
          new Field("Filters", Type.OBJECTS, false, FILTER),
          Field.optional("AllRegion", Type.BOOLEAN));

  private final RegistryStore registries;
  private final RegistryJson json;

  DescribeInstancesAction(RegistryStore registries, RegistryJson json) {
    this.registries = registries;
    this.json = json;
  }

  @Override
  public Optional<Schema> schema() {
    return Optional.of(SCHEMA);
  }

  @Override
  public void checkValues(ApiCall call) throws ApiError {
    RegistryParameters.offset(call.parameters());
    RegistryParameters.limit(call.parameters());
    wanted(call.parameters(), call.region());
  }

  @Override
  public ObjectNode call(ApiCall call) throws ApiError {
    ObjectNode given = call.parameters();
    long offset = RegistryParameters.offset(given);
    long limit = RegistryParameters.limit(given);
    List<StoredRegistry> found =
        registries.all().stream()
            .filter(registry -> call.shows(registry.createdAt()))
            .filter(wanted(given, call.region()))
            .toList();
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("TotalCount", found.size());
    ArrayNode page = answer.putArray("Registries");
    found.stream().skip(offset).limit(limit).map(json::of).forEach(page::add);
    return answer;
  }

  private static Predicate<StoredRegistry> wanted(ObjectNode given, String region) throws ApiError {
    Predicate<StoredRegistry> wanted =
        registry -> given.path("AllRegion").asBoolean(false) || registry.region().equals(region);
    Set<String> ids = RegistryParameters.texts(given.path("Registryids"));
    wanted = wanted.and(registry -> ids.isEmpty() || ids.contains(registry.id()));
    for (JsonNode filter : given.path("Filters")) {
      wanted =
          wanted.and(
              filter(
                  filter.get("Name").textValue(), RegistryParameters.texts(filter.get("Values"))));
    }
    return wanted;
  }

  private static Predicate<StoredRegistry> filter(String name, Set<String> values) throws ApiError {
    return switch (name) {
      case "RegistryName" -> r -> values.stream().anyMatch(r.name()::contains);
      case "Tags" -> r -> r.tags().filter(t -> values.stream().anyMatch(t::match)).isPresent();
      default -> throw TcrRefusal.parameter("Filters.Name must be RegistryName or Tags.");
    };
  }
}
