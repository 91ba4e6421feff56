// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.product.DeclaredAction;
import io.berth.emulator.scf.platform.FunctionKey;
import io.berth.emulator.scf.platform.ScfJson;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Function URLs (SCF CreateTrigger, UpdateTrigger, DeleteTrigger, ListTriggers). */
final class TriggerActions {
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

  Map<String, ApiAction> actions() {
    return Map.of(
        "CreateTrigger", new DeclaredAction(ScfSchemas.TRIGGER, this::create),
        "UpdateTrigger", new DeclaredAction(ScfSchemas.TRIGGER, this::update),
        "DeleteTrigger", new DeclaredAction(ScfSchemas.DELETE_TRIGGER, this::delete),
        "ListTriggers", new DeclaredAction(ScfSchemas.LIST_TRIGGERS, this::list));
  }

  private ObjectNode create(ApiCall call) throws ApiError {
    FunctionKey key = FunctionParameters.key(call);
    checkType(call.parameters());
    Instant now = clock.instant();
    UrlTrigger trigger = trigger(call.parameters(), now);
    checkOtherRegions(key);
    store.change(
        key,
        state -> {
          checkRoom(state, trigger.name());
          return state.with(trigger, now);
        });
    return info(key, trigger);
  }

  private static UrlTrigger trigger(ObjectNode given, Instant now) throws ApiError {
    UrlSettings settings = settings(given);
    return new UrlTrigger(
        name(given),
        settings,
        enabled(given, true),
        FunctionParameters.text(given, "Qualifier", "$LATEST"),
        FunctionParameters.text(given, "Description", ""),
        now,
        now);
  }

  private static void checkRoom(FunctionState state, String name) throws ApiError {
    if (!state.status().settled()) {
      throw new ApiError("FailedOperation.CreateTrigger", state.status().notYetActive());
    }
    if (state.triggers().containsKey(name)) {
      throw new ApiError(
          "ResourceInUse.TriggerName", "The trigger " + name + " exists; update it instead.");
    }
    if (!state.triggers().isEmpty()) {
      throw inUse("The function has a Function URL; one is allowed for a version.");
    }
  }

  private static ApiError inUse(String why) {
    return new ApiError("ResourceInUse.Trigger", why);
  }

  // The cloud gives every URL a host of its own; here the function's name has to tell.
  private void checkOtherRegions(FunctionKey key) throws ApiError {
    for (FunctionState other : store.named(key.name())) {
      if (!other.key().equals(key) && !other.triggers().isEmpty()) {
        throw inUse(
            "A function of this name has its Function URL in %s; the emulator serves each name once."
                .formatted(other.key().region()));
      }
    }
  }

  private ObjectNode update(ApiCall call) throws ApiError {
    ObjectNode given = call.parameters();
    FunctionKey key = FunctionParameters.key(call);
    checkType(given);
    Instant now = clock.instant();
    FunctionState after =
        store.change(key, state -> state.with(changed(find(state, name(given)), given, now), now));
    return info(key, find(after, name(given)));
  }

  private static UrlTrigger changed(UrlTrigger old, ObjectNode given, Instant now) throws ApiError {
    return new UrlTrigger(
        old.name(),
        given.has("TriggerDesc") ? settings(given) : old.settings(),
        enabled(given, old.enabled()),
        old.qualifier(),
        FunctionParameters.text(given, "Description", old.description()),
        old.added(),
        now);
  }

  private ObjectNode delete(ApiCall call) throws ApiError {
    checkType(call.parameters());
    String name = name(call.parameters());
    store.change(
        FunctionParameters.key(call),
        state -> state.without(find(state, name).name(), clock.instant()));
    return ScfJson.object();
  }

  private ObjectNode list(ApiCall call) throws ApiError {
    ObjectNode given = call.parameters();
    FunctionState state = store.get(FunctionParameters.key(call));
    List<UrlTrigger> found =
        state.triggers().values().stream().filter(trigger -> matches(given, trigger)).toList();
    ObjectNode answer = ScfJson.object().put("TotalCount", found.size());
    ArrayNode page = answer.putArray("Triggers");
    FunctionParameters.page(given, found)
        .forEach(trigger -> page.add(views.one(state.key(), trigger).put("BoundResources", "")));
    return answer;
  }

  private static boolean matches(ObjectNode given, UrlTrigger trigger) {
    for (JsonNode filter : given.path("Filters")) {
      String value = filtered(trigger, filter.path("Name").asText());
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

  private static String filtered(UrlTrigger trigger, String name) {
    return switch (name) {
      case "TriggerName" -> trigger.name();
      case "Qualifier" -> trigger.qualifier();
      case "Description" -> trigger.description();
      case "Type" -> "http";
      default -> "";
    };
  }

  private ObjectNode info(FunctionKey key, UrlTrigger trigger) {
    ObjectNode answer = ScfJson.object();
    answer.set("TriggerInfo", views.one(key, trigger));
    return answer;
  }

  private static UrlTrigger find(FunctionState state, String name) throws ApiError {
    UrlTrigger trigger = state.triggers().get(name);
    if (trigger == null) {
      throw new ApiError(
          "ResourceNotFound.Trigger", "The function has no trigger " + name + " of type http.");
    }
    return trigger;
  }

  private static void checkType(ObjectNode given) throws ApiError {
    String type = FunctionParameters.text(given, "Type", "");
    if (OTHER_TYPES.contains(type)) {
      throw FunctionParameters.notPlayed("A trigger of type " + type, "use Type http");
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
    String name = FunctionParameters.text(given, "TriggerName", "");
    if (!NAME.matcher(name).matches()) {
      throw new ApiError(
          "InvalidParameterValue.TriggerName",
          "TriggerName must have 1 to 100 letters, digits, - or _.");
    }
    return name;
  }

  private static boolean enabled(ObjectNode given, boolean otherwise) throws ApiError {
    String enable = FunctionParameters.text(given, "Enable", otherwise ? "OPEN" : "CLOSE");
    if (!enable.equals("OPEN") && !enable.equals("CLOSE")) {
      throw new ApiError("InvalidParameterValue.Enable", "Enable must be OPEN or CLOSE.");
    }
    return enable.equals("OPEN");
  }
}
