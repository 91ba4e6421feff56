// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * InstanceIds or Filters, not both (TAT DescribeRegisterInstances, Input Parameters). Inferred:
 * values match whole; a machine here has no tags, so filters by tag find nothing.
 *
 * @param names what each filter looks at
 * @param tags whether tags can be asked for
 */
record MachineFilter(Map<String, Function<RegisteredMachine, String>> names, boolean tags) {
  static final MachineFilter INSTANCES =
      new MachineFilter(
          Map.of(
              "instance-name", RegisteredMachine::name,
              "instance-id", RegisteredMachine::id,
              "register-status", RegisteredMachine::status,
              "local-ip", machine -> machine.facts().localIp(),
              "register-code-id", RegisteredMachine::codeId,
              "sys-name", machine -> machine.facts().systemName()),
          true);
  static final MachineFilter AGENTS =
      new MachineFilter(
          Map.of(
              "agent-status", RegisteredMachine::status,
              "environment", machine -> machine.facts().systemName(),
              "instance-id", RegisteredMachine::id),
          false);

  private static final Map<String, Set<String>> CHOICES =
      Map.of(
          "register-status", Set.of("Online", "Offline"),
          "agent-status", Set.of("Online", "Offline"),
          "sys-name", Set.of("Linux", "Windows"),
          "environment", Set.of("Linux", "Windows"));
  // Also the ids of machines inside the cloud, of which there are none here.
  private static final Pattern ID = Pattern.compile("(rins|ins|lhins)-[a-z0-9]{8}");
  private static final int MOST_IDS = 100;
  private static final int MOST_FILTERS = 10;
  private static final int MOST_VALUES = 5;

  /** The machines that are asked for. */
  List<RegisteredMachine> of(ObjectNode given, List<RegisteredMachine> machines) throws ApiError {
    Set<String> ids = ids(given);
    JsonNode filters = given.path("Filters");
    if (!ids.isEmpty() && !filters.isEmpty()) {
      throw invalid("Give InstanceIds or Filters, not both.");
    }
    if (filters.size() > MOST_FILTERS) {
      throw invalid("Filters has more than " + MOST_FILTERS + " entries.");
    }
    List<RegisteredMachine> found =
        machines.stream().filter(m -> ids.isEmpty() || ids.contains(m.id())).toList();
    for (JsonNode filter : filters) {
      found = filtered(found, filter.get("Name").textValue(), values(filter.get("Values")));
    }
    return found;
  }

  private static Set<String> ids(ObjectNode given) throws ApiError {
    Set<String> ids = new HashSet<>();
    for (JsonNode id : given.path("InstanceIds")) {
      ids.add(id(id.textValue()));
    }
    if (ids.size() > MOST_IDS) {
      throw invalidId("InstanceIds has more than " + MOST_IDS + " entries.");
    }
    return ids;
  }

  private List<RegisteredMachine> filtered(
      List<RegisteredMachine> machines, String name, Set<String> values) throws ApiError {
    if (tags && (name.equals("tag-key") || name.equals("tag-value") || name.startsWith("tag:"))) {
      return List.of();
    }
    Function<RegisteredMachine, String> looked = names.get(name);
    if (looked == null) {
      throw invalid("Filters.Name cannot be `" + (name.length() > 40 ? "…" : name) + "`.");
    }
    if (CHOICES.containsKey(name) && !CHOICES.get(name).containsAll(values)) {
      throw invalid("The values of " + name + " must be " + sorted(CHOICES.get(name)) + ".");
    }
    return machines.stream().filter(m -> values.contains(looked.apply(m))).toList();
  }

  private static String sorted(Set<String> values) {
    return String.join(" or ", new TreeSet<>(values));
  }

  private static Set<String> values(JsonNode list) throws ApiError {
    if (list.isEmpty() || list.size() > MOST_VALUES) {
      throw invalid("Filters.Values must have 1 to " + MOST_VALUES + " entries.");
    }
    Set<String> values = new HashSet<>();
    list.forEach(item -> values.add(item.textValue()));
    return values;
  }

  static String id(String text) throws ApiError {
    if (!ID.matcher(text).matches()) {
      throw invalidId("An id is rins- and 8 lower-case letters or digits.");
    }
    return text;
  }

  static ApiError invalidId(String why) {
    return new ApiError(
        "InvalidParameterValue.InvalidRegisterInstanceId",
        "Invalid registered instance ID. " + why);
  }

  private static ApiError invalid(String why) {
    return new ApiError("InvalidParameterValue.InvalidFilter", "Invalid filter. " + why);
  }
}
