// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.Action;
import io.berth.emulator.api.ApiError;
import io.berth.emulator.api.Call;
import io.berth.emulator.api.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** TCR CreateNamespace, DescribeNamespaces, ModifyNamespace and DeleteNamespace. */
final class NamespaceActions {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Registries registries;
  private final RegistryJson json;
  private final Clock clock;

  NamespaceActions(Registries registries, RegistryJson json, Clock clock) {
    this.registries = registries;
    this.json = json;
    this.clock = clock;
  }

  Map<String, Action> actions() {
    return Map.of(
        "CreateNamespace", new Operation(NamespaceFields.CREATE, this::create),
        "DescribeNamespaces", new Operation(NamespaceFields.DESCRIBE, this::describe),
        "ModifyNamespace", new Operation(NamespaceFields.MODIFY, this::modify),
        "DeleteNamespace", new Operation(NamespaceFields.DELETE, this::delete));
  }

  private ObjectNode create(Call call) throws ApiError {
    ObjectNode given = call.parameters();
    String name = NamespaceFields.name(given);
    Optional<Tags> tags = Tags.of(given);
    Namespace.Rules rules = NamespaceFields.rules(given, NamespaceFields.NO_RULES);
    boolean isPublic = given.get("IsPublic").booleanValue();
    return change(
        call,
        contents -> {
          if (contents.namespace(name).isPresent()) {
            throw Refusal.NAMESPACE_EXISTS.error();
          }
          long id = contents.lastNamespace() + 1;
          return contents.plus(new Namespace(id, name, isPublic, tags, rules, clock.instant()));
        });
  }

  private ObjectNode modify(Call call) throws ApiError {
    ObjectNode given = call.parameters();
    return change(
        call,
        contents -> {
          Namespace old = existing(contents, given);
          Namespace next =
              old.modified(
                  given.get("IsPublic").booleanValue(), NamespaceFields.rules(given, old.rules()));
          return contents.replace(old, next);
        });
  }

  private ObjectNode delete(Call call) throws ApiError {
    return change(call, contents -> contents.without(existing(contents, call.parameters())));
  }

  private static Namespace existing(Contents contents, ObjectNode given) throws ApiError {
    return contents
        .namespace(given.get("NamespaceName").textValue())
        .orElseThrow(Refusal.TCR_NOT_FOUND::error);
  }

  private interface OnContents {
    Contents next(Contents contents) throws ApiError;
  }

  /** Inferred: before the registry runs nothing can be put into it. */
  private ObjectNode change(Call call, OnContents change) throws ApiError {
    registries.change(
        Given.registryId(call.parameters()),
        call.region(),
        Refusal.NOT_FOUND,
        registry -> {
          if (!json.isRunning(registry)) {
            throw Refusal.denied("The instance is not running.");
          }
          return registry.with(change.next(registry.contents()));
        });
    return JSON.objectNode();
  }

  /** The offset is the number of a page, as documented; inferred: counted from 0. */
  private ObjectNode describe(Call call) throws ApiError {
    ObjectNode given = call.parameters();
    long page = Given.offset(given);
    long limit = Given.limit(given);
    Registry registry =
        registries
            .find(Given.registryId(given), call.region())
            .orElseThrow(Refusal.NOT_FOUND::error);
    List<Namespace> found = wanted(registry.contents().namespaces(), given);
    boolean all = given.path("All").asBoolean(false);
    ObjectNode answer = JSON.objectNode();
    ArrayNode list = answer.putArray("NamespaceList");
    found.stream()
        .skip(all ? 0 : Math.min(page, Integer.MAX_VALUE) * limit)
        .limit(all ? Long.MAX_VALUE : limit)
        .map(NamespaceFields::show)
        .forEach(list::add);
    return answer.put("TotalCount", found.size());
  }

  /** Inferred: names match in part; a registry here has no policy of signing images. */
  private static List<Namespace> wanted(List<Namespace> namespaces, ObjectNode given)
      throws ApiError {
    if (given.path("KmsSignPolicy").asBoolean(false)) {
      return List.of();
    }
    String part = given.path("NamespaceName").asText("");
    List<Namespace> found = namespaces.stream().filter(n -> n.name().contains(part)).toList();
    for (JsonNode filter : given.path("Filters")) {
      if (!filter.get("Name").textValue().equals("NamespaceName")) {
        throw Refusal.parameter("Filters.Name must be NamespaceName.");
      }
      Set<String> values = Given.texts(filter.get("Values"));
      found = found.stream().filter(n -> values.stream().anyMatch(n.name()::contains)).toList();
    }
    return found;
  }
}
