// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.ApiError;
import io.berth.emulator.api.Call;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Function URLs (SCF CreateTrigger, UpdateTrigger, DeleteTrigger, ListTriggers). */
final class TriggerActions {
  private static final long PAGE = 20;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  private static final Set<String> OTHER_TYPES = Set.of("cos", "cls", "timer", "ckafka", "cmq");

  private final FunctionStore store;
  private final TriggerViews views;
  private final Clock clock;

  TriggerActions(FunctionStore store, TriggerViews views, Clock clock) {
    this.store = store;
    this.views = views;
    this.clock = clock;
  }

  ObjectNode create(Call call) throws ApiError {
    FunctionKey key = Names.key(call);
    checkType(call.parameters());
    UrlSettings settings = settings(call.parameters());
    Instant now = clock.instant();
    Trigger trigger =
        new Trigger(
            name(call.parameters()),
            settings,
            enabled(call.parameters(), true),
            Names.text(call.parameters(), "Qualifier", "$LATEST"),
            Names.text(call.parameters(), "Description", ""),
            now,
            now);
    checkOtherRegions(key);
    store.change(
        key,
        state -> {
          checkRoom(state, trigger.name());
          return state.with(trigger, now);
        });
    return info(key, trigger);
  }

  private static void checkRoom(FunctionState state, String name) throws ApiError {
    if (!state.status().settled()) {
      throw new ApiError(
          "FailedOperation.CreateTrigger",
          "The function is " + state.status().word() + "; wait until it is Active.");
    }
    if (state.triggers().containsKey(name)) {
      throw new ApiError(
          "ResourceInUse.TriggerName", "The trigger " + name + " exists; update it instead.");
    }
    if (!state.triggers().isEmpty()) {
      throw new ApiError(
          "ResourceInUse.Trigger",
          "The function has a Function URL; one is allowed for a version.");
    }
  }

  // The cloud gives every URL a host of its own; here the function's name has to tell.
  private void checkOtherRegions(FunctionKey key) throws ApiError {
    for (FunctionState other : store.named(key.name())) {
      if (!other.key().equals(key) && !other.triggers().isEmpty()) {
        throw new ApiError(
            "ResourceInUse.Trigger",
            "A function of this name has its Function URL in "
                + other.key().region()
                + "; the emulator serves each name once.");
      }
    }
  }

  ObjectNode update(Call call) throws ApiError {
    ObjectNode given = call.parameters();
    FunctionKey key = Names.key(call);
    checkType(given);
    Instant now = clock.instant();
    FunctionState after =
        store.change(
            key,
            state -> {
              Trigger old = find(state, name(given));
              Trigger changed =
                  new Trigger(
                      old.name(),
                      given.has("TriggerDesc") ? settings(given) : old.settings(),
                      enabled(given, old.enabled()),
                      old.qualifier(),
                      Names.text(given, "Description", old.description()),
                      old.added(),
                      now);
              return state.with(changed, now);
            });
    return info(key, find(after, name(given)));
  }

  ObjectNode delete(Call call) throws ApiError {
    checkType(call.parameters());
    String name = name(call.parameters());
    store.change(
        Names.key(call), state -> state.without(find(state, name).name(), clock.instant()));
    return Json.object();
  }

  ObjectNode list(Call call) throws ApiError {
    ObjectNode given = call.parameters();
    FunctionState state = store.get(Names.key(call));
    List<Trigger> found =
        state.triggers().values().stream().filter(trigger -> matches(given, trigger)).toList();
    ObjectNode answer = Json.object().put("TotalCount", found.size());
    ArrayNode page = answer.putArray("Triggers");
    found.stream()
        .skip(Math.max(0, given.path("Offset").asLong(0)))
        .limit(Math.max(0, given.path("Limit").asLong(PAGE)))
        .forEach(trigger -> page.add(views.one(state.key(), trigger).put("BoundResources", "")));
    return answer;
  }

  private static boolean matches(ObjectNode given, Trigger trigger) {
    for (JsonNode filter : given.path("Filters")) {
      String value =
          switch (filter.path("Name").asText()) {
            case "TriggerName" -> trigger.name();
            case "Qualifier" -> trigger.qualifier();
            case "Description" -> trigger.description();
            case "Type" -> "http";
            default -> "";
          };
      boolean fits = false;
      for (JsonNode wanted : filter.path("Values")) {
        fits |= wanted.asText().equals(value);
      }
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private ObjectNode info(FunctionKey key, Trigger trigger) {
    ObjectNode answer = Json.object();
    answer.set("TriggerInfo", views.one(key, trigger));
    return answer;
  }

  private static Trigger find(FunctionState state, String name) throws ApiError {
    Trigger trigger = state.triggers().get(name);
    if (trigger == null) {
      throw new ApiError(
          "ResourceNotFound.Trigger", "The function has no trigger " + name + " of type http.");
    }
    return trigger;
  }

  private static void checkType(ObjectNode given) throws ApiError {
    String type = Names.text(given, "Type", "");
    if (OTHER_TYPES.contains(type)) {
      throw Names.notPlayed("A trigger of type " + type, "use Type http");
    }
    if (!type.equals("http")) {
      throw new ApiError(
          "InvalidParameterValue.Type",
          "Type must be http for a Function URL"
              + (type.equals("apigw") ? "; API Gateway triggers are retired." : "."));
    }
  }

  private static UrlSettings settings(ObjectNode given) throws ApiError {
    if (!given.has("TriggerDesc")) {
      throw ApiError.missing("TriggerDesc");
    }
    return UrlSettings.parse(given.get("TriggerDesc").textValue());
  }

  private static String name(ObjectNode given) throws ApiError {
    String name = Names.text(given, "TriggerName", "");
    if (!NAME.matcher(name).matches()) {
      throw new ApiError(
          "InvalidParameterValue.TriggerName",
          "TriggerName must have 1 to 100 letters, digits, - or _.");
    }
    return name;
  }

  private static boolean enabled(ObjectNode given, boolean otherwise) throws ApiError {
    String enable = Names.text(given, "Enable", otherwise ? "OPEN" : "CLOSE");
    if (!enable.equals("OPEN") && !enable.equals("CLOSE")) {
      throw new ApiError("InvalidParameterValue.Enable", "Enable must be OPEN or CLOSE.");
    }
    return enable.equals("OPEN");
  }
}
