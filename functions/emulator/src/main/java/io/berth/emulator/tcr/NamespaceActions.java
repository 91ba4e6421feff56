// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.product.DeclaredAction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** TCR CreateNamespace, DescribeNamespaces, ModifyNamespace and DeleteNamespace. */
final class NamespaceActions {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RegistryStore registries;
  private final RegistryJson json;
  private final Clock clock;

  NamespaceActions(RegistryStore registries, RegistryJson json, Clock clock) {
    this.registries = registries;
    this.json = json;
    this.clock = clock;
  }

  Map<String, ApiAction> actions() {
    return Map.of(
        "CreateNamespace", new DeclaredAction(NamespaceParameters.CREATE, this::create),
        "DescribeNamespaces", new DeclaredAction(NamespaceParameters.DESCRIBE, this::describe),
        "ModifyNamespace", new DeclaredAction(NamespaceParameters.MODIFY, this::modify),
        "DeleteNamespace", new DeclaredAction(NamespaceParameters.DELETE, this::delete));
  }

  private ObjectNode create(ApiCall call) throws ApiError {
    ObjectNode given = call.parameters();
    String name = NamespaceParameters.name(given);
    Optional<Tags> tags = Tags.of(given);
    Namespace.ScanRules rules = NamespaceParameters.rules(given, NamespaceParameters.NO_RULES);
    boolean isPublic = given.get("IsPublic").booleanValue();
    return change(
        call,
        contents -> {
          if (contents.namespace(name).isPresent()) {
            throw TcrRefusal.NAMESPACE_EXISTS.error();
          }
          long id = contents.lastNamespace() + 1;
          return contents.plus(new Namespace(id, name, isPublic, tags, rules, clock.instant()));
        });
  }

  private ObjectNode modify(ApiCall call) throws ApiError {
    ObjectNode given = call.parameters();
    return change(
        call,
        contents -> {
          Namespace old = existing(contents, given);
          Namespace next =
              old.modified(
                  given.get("IsPublic").booleanValue(),
                  NamespaceParameters.rules(given, old.rules()));
          return contents.replace(old, next);
        });
  }

  private ObjectNode delete(ApiCall call) throws ApiError {
    return change(call, contents -> contents.without(existing(contents, call.parameters())));
  }

  private static Namespace existing(RegistryContents contents, ObjectNode given) throws ApiError {
    return contents
        .namespace(given.get("NamespaceName").textValue())
        .orElseThrow(TcrRefusal.TCR_NOT_FOUND::error);
  }

  private interface OnContents {
    RegistryContents next(RegistryContents contents) throws ApiError;
  }

  /** Inferred: before the registry runs nothing can be put into it. */
  private ObjectNode change(ApiCall call, OnContents change) throws ApiError {
    registries.change(
        RegistryParameters.registryId(call.parameters()),
        call.region(),
        TcrRefusal.NOT_FOUND,
        registry -> {
          if (!json.isRunning(registry)) {
            throw TcrRefusal.denied("The instance is not running.");
          }
          return registry.with(change.next(registry.contents()));
        });
    return JSON.objectNode();
  }

  /** The offset is the number of a page, as documented; inferred: counted from 0. */
  private ObjectNode describe(ApiCall call) throws ApiError {
    ObjectNode given = call.parameters();
    long page = RegistryParameters.offset(given);
    long limit = RegistryParameters.limit(given);
    StoredRegistry registry =
        registries
            .find(RegistryParameters.registryId(given), call.region())
            .orElseThrow(TcrRefusal.NOT_FOUND::error);
    List<Namespace> found = wanted(registry.contents().namespaces(), given);
    boolean all = given.path("All").asBoolean(false);
    ObjectNode answer = JSON.objectNode();
    ArrayNode list = answer.putArray("NamespaceList");
    found.stream()
        .skip(all ? 0 : Math.min(page, Integer.MAX_VALUE) * limit)
        .limit(all ? Long.MAX_VALUE : limit)
        .map(NamespaceParameters::show)
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
        throw TcrRefusal.parameter("Filters.Name must be NamespaceName.");
      }
      Set<String> values = RegistryParameters.texts(filter.get("Values"));
      found = found.stream().filter(n -> values.stream().anyMatch(n.name()::contains)).toList();
    }
    return found;
  }
}
