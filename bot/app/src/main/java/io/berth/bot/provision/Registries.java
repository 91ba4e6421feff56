// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.contract.tcr.DescribeInstances;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Registries as TCR DescribeInstances shows them. */
final class Registries {
  private static final int MOST_PAGES = 50;

  private final Calls calls;

  Registries(Calls calls) {
    this.calls = calls;
  }

  /** In all regions; names are compared here, because a filter may match a part of a name. */
  Lookup named(String requestId, String region, String name) throws InterruptedException {
    List<Lookup.Registry> found = new ArrayList<>();
    long offset = 0;
    for (int page = 0; page < MOST_PAGES; page++) {
      Calls.Read read = calls.read(requestId, DescribeInstances.named(region, name, offset));
      if (read.fields().isEmpty()) {
        return new Lookup.Failed(read.why());
      }
      List<Lookup.Registry> registries = registries(read.fields().get());
      registries.stream().filter(r -> r.name().equals(name)).forEach(found::add);
      offset += registries.size();
      if (registries.isEmpty() || offset >= total(read.fields().get())) {
        return Lookup.of(found);
      }
    }
    return new Lookup.Failed("more than " + MOST_PAGES + " pages of registries");
  }

  Lookup byId(String requestId, String region, String registryId) throws InterruptedException {
    DescribeInstances one =
        new DescribeInstances(region, List.of(registryId), List.of(), true, 0, 20);
    Calls.Read read = calls.read(requestId, one);
    return read.fields()
        .map(
            fields ->
                Lookup.of(
                    registries(fields).stream().filter(r -> r.id().equals(registryId)).toList()))
        .orElseGet(() -> new Lookup.Failed(read.why()));
  }

  private static long total(Map<String, Object> fields) {
    return fields.get("TotalCount") instanceof Long total ? total : 0;
  }

  private static List<Lookup.Registry> registries(Map<String, Object> fields) {
    return objects(fields.get("Registries")).stream()
        .map(
            r ->
                new Lookup.Registry(
                    text(r, "RegistryId"),
                    text(r, "RegistryName"),
                    text(r, "Status"),
                    tags(r.get("TagSpecification")),
                    createdAt(text(r, "CreatedAt"))))
        .toList();
  }

  private static Map<String, String> tags(Object specification) {
    Map<String, String> tags = new HashMap<>();
    if (specification instanceof Map<?, ?> one) {
      objects(one.get("Tags")).forEach(tag -> tags.put(text(tag, "Key"), text(tag, "Value")));
    }
    return tags;
  }

  private static Optional<Instant> createdAt(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static List<Map<?, ?>> objects(Object list) {
    List<Map<?, ?>> objects = new ArrayList<>();
    if (list instanceof List<?> all) {
      all.stream().filter(Map.class::isInstance).forEach(o -> objects.add((Map<?, ?>) o));
    }
    return objects;
  }

  static String text(Map<?, ?> object, String field) {
    return object.get(field) instanceof String text ? text : "";
  }
}
