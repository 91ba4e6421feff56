// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.text.Echo;
import io.berth.contract.text.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code Events} of a function: exactly one, its Function URL. */
final class EventsReader {
  private static final String EXAMPLE =
      "write url: {Type: HTTP, Properties: {AuthType: NONE, NetConfig: {EnableExtranet: true,"
          + " EnableIntranet: false}}}";
  private static final FunctionUrl UNUSABLE = new FunctionUrl("", "", false, false, false);

  private final Mistakes mistakes;
  private final Mistakes notes;

  EventsReader(Mistakes mistakes, Mistakes notes) {
    this.mistakes = mistakes;
    this.notes = notes;
  }

  /** The Function URL, or an unusable one after noting why. */
  FunctionUrl read(YamlMap properties) {
    properties.require("Events", "nobody could call the function: " + EXAMPLE);
    Optional<YamlMap> events = properties.map("Events", "Events");
    if (events.isEmpty()) {
      return UNUSABLE;
    }
    if (events.get().keys().isEmpty()) {
      properties.mistake(
          "Events", "Events is empty, so nobody could call the function; " + EXAMPLE);
    }
    List<FunctionUrl> urls =
        events.get().keys().stream().flatMap(name -> event(events.get(), name).stream()).toList();
    urls.stream()
        .skip(1)
        .forEach(
            url ->
                events
                    .get()
                    .mistake(
                        url.name(),
                        "a function has one Function URL; remove this second HTTP event"));
    return urls.isEmpty() ? UNUSABLE : urls.get(0);
  }

  private Optional<FunctionUrl> event(YamlMap events, String name) {
    ScfNames.check("Event", name, 1, events.line(name), mistakes);
    Optional<YamlMap> event = events.map(name, "event " + Echo.of(name));
    if (event.isEmpty()) {
      return Optional.empty();
    }
    event.get().allowOnly(List.of("Type", "Properties"), Map.of());
    event.get().require("Type", "write Type: HTTP");
    Optional<String> type = event.get().text("Type");
    if (type.isPresent() && !type.get().equals("HTTP")) {
      event.get().mistake("Type", wrongType(type.get()));
      return Optional.empty();
    }
    event.get().require("Properties", "write Properties: {AuthType: NONE}");
    return event
        .get()
        .map("Properties", "Properties of event " + Echo.of(name))
        .map(properties -> url(name, properties));
  }

  private static String wrongType(String type) {
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "APIGW", "API" ->
          "Type "
              + type
              + " is retired: SCF takes no new API Gateway trigger since 2024-07-01; use Type:"
              + " HTTP, a Function URL";
      case "TIMER", "COS", "CMQ", "CKAFKA" ->
          "Type "
              + type
              + " would call the function without a signature, which it refuses; use Type: HTTP, a"
              + " Function URL";
      default ->
          "unknown event Type "
              + Echo.of(type)
              + Suggestion.didYouMean(type, List.of("HTTP"))
              + "; use Type: HTTP, a Function URL";
    };
  }

  private FunctionUrl url(String name, YamlMap properties) {
    properties.allowOnly(
        List.of("AuthType", "NetConfig", "Qualifier", "ApiGwCompatible"),
        Map.of(
            "CorsConfig",
            "CorsConfig is for web pages, and none may call these functions; leave it out"));
    properties.require(
        "AuthType", "write AuthType: NONE; the function checks every signature itself");
    Optional<YamlMap> net = properties.map("NetConfig", "NetConfig");
    net.ifPresent(n -> n.allowOnly(List.of("EnableExtranet", "EnableIntranet"), Map.of()));
    boolean extranet = net.flatMap(n -> n.flag("EnableExtranet")).orElse(net.isEmpty());
    boolean intranet = net.flatMap(n -> n.flag("EnableIntranet")).orElse(false);
    if (!extranet && !intranet) {
      properties.mistake(
          "NetConfig",
          "NetConfig opens neither network; set EnableExtranet or EnableIntranet to true");
    }
    checkQualifier(properties);
    return new FunctionUrl(
        name,
        authType(properties),
        extranet,
        intranet,
        properties.flag("ApiGwCompatible").orElse(false));
  }

  private String authType(YamlMap properties) {
    String authType = properties.text("AuthType").orElse("");
    if (authType.equals("CAM")) {
      notes.add(
          properties.line("AuthType"),
          "AuthType CAM asks callers for a cloud key, which Berth's bot and `call` do not have");
    } else if (properties.has("AuthType") && !authType.isEmpty() && !authType.equals("NONE")) {
      properties.mistake(
          "AuthType",
          "AuthType "
              + Echo.of(authType)
              + " must be NONE (the function checks every signature itself) or CAM (cloud key)");
    }
    return authType;
  }

  private void checkQualifier(YamlMap properties) {
    String qualifier = properties.text("Qualifier").orElse("$LATEST");
    if (!qualifier.equals("$LATEST")) {
      properties.mistake(
          "Qualifier",
          "Qualifier "
              + Echo.of(qualifier)
              + " names a version, and deploy publishes none; write Qualifier: $LATEST");
    }
  }
}
