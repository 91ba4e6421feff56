// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.text.Echo;
import io.berth.contract.text.Suggestion;
import io.berth.yaml.YamlMapping;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code Events} of a function: exactly one, its Function URL. */
final class EventsReader {
  private static final String EXAMPLE =
      "write url: {Type: HTTP, Properties: {AuthType: NONE, NetConfig: {EnableExtranet: true, EnableIntranet: false}}}";
  private static final String CAM_ASKS =
      "CAM asks callers for a cloud key, which Berth's bot and `call` do not have";
  private static final String AUTH_TYPES =
      " must be NONE (the function checks every signature itself) or CAM (cloud key)";
  private static final FunctionUrl UNUSABLE = new FunctionUrl("", "", false, false, false);

  private EventsReader() {}

  /** The Function URL, or an unusable one after noting why. */
  static FunctionUrl read(YamlMapping properties) {
    properties.require("Events", "nobody could call the function: " + EXAMPLE);
    return properties.mapping("Events", "Events").flatMap(EventsReader::only).orElse(UNUSABLE);
  }

  private static Optional<FunctionUrl> only(YamlMapping events) {
    if (events.keys().isEmpty()) {
      events.refuse("is empty, so nobody could call the function; " + EXAMPLE);
    }
    List<FunctionUrl> urls =
        events.keys().stream().flatMap(name -> event(events, name).stream()).toList();
    urls.stream()
        .skip(1)
        .forEach(
            url ->
                events.mistake(
                    url.name(), "a function has one Function URL; remove this second HTTP event"));
    return urls.stream().findFirst();
  }

  private static Optional<FunctionUrl> event(YamlMapping events, String name) {
    ScfNames.check("Event", events, name, 1);
    return events
        .mapping(name, "event " + Echo.of(name))
        .filter(EventsReader::isHttp)
        .flatMap(event -> event.mapping("Properties", "Properties of event " + Echo.of(name)))
        .map(properties -> url(name, properties));
  }

  private static boolean isHttp(YamlMapping event) {
    event.allowOnly(List.of("Type", "Properties"));
    event.require("Type", "write Type: HTTP");
    Optional<String> other = event.text("Type").filter(type -> !type.equals("HTTP"));
    if (other.isPresent()) {
      event.mistake("Type", wrongType(other.get()));
      return false;
    }
    event.require("Properties", "write Properties: {AuthType: NONE}");
    return true;
  }

  private static String wrongType(String type) {
    String sentence =
        switch (type.toUpperCase(Locale.ROOT)) {
          case "APIGW", "API" ->
              "Type %s is retired: SCF takes no new API Gateway trigger since 2024-07-01"
                  .formatted(type);
          case "TIMER", "COS", "CMQ", "CKAFKA" ->
              "Type %s would call the function without a signature, which it refuses"
                  .formatted(type);
          default ->
              "unknown event Type %s%s"
                  .formatted(Echo.of(type), Suggestion.didYouMean(type, List.of("HTTP")));
        };
    return sentence + "; use Type: HTTP, a Function URL";
  }

  private static FunctionUrl url(String name, YamlMapping properties) {
    properties.allowOnly(
        List.of("AuthType", "NetConfig", "Qualifier", "ApiGwCompatible"),
        Map.of(
            "CorsConfig",
            "CorsConfig is for web pages, and none may call these functions; leave it out"));
    String authType = authType(properties);
    Optional<YamlMapping> net = networks(properties);
    boolean extranet = net.flatMap(n -> n.flag("EnableExtranet")).orElse(net.isEmpty());
    boolean intranet = net.flatMap(n -> n.flag("EnableIntranet")).orElse(false);
    if (!extranet && !intranet) {
      properties.refuse(
          "NetConfig", "opens neither network; set EnableExtranet or EnableIntranet to true");
    }
    checkQualifier(properties);
    boolean gatewayShape = properties.flag("ApiGwCompatible").orElse(false);
    return new FunctionUrl(name, authType, extranet, intranet, gatewayShape);
  }

  private static Optional<YamlMapping> networks(YamlMapping properties) {
    return properties
        .mapping("NetConfig", "NetConfig")
        .map(net -> net.allowOnly(List.of("EnableExtranet", "EnableIntranet")));
  }

  private static String authType(YamlMapping properties) {
    properties.require(
        "AuthType", "write AuthType: NONE; the function checks every signature itself");
    String authType = properties.text("AuthType").orElse("");
    switch (authType) {
      case "", "NONE" -> {}
      case "CAM" -> properties.warn("AuthType", CAM_ASKS);
      default -> properties.refuse("AuthType", Echo.of(authType) + AUTH_TYPES);
    }
    return authType;
  }

  private static void checkQualifier(YamlMapping properties) {
    String qualifier = properties.text("Qualifier").orElse("$LATEST");
    if (!qualifier.equals("$LATEST")) {
      properties.refuse(
          "Qualifier",
          "%s names a version, and deploy publishes none; write Qualifier: $LATEST"
              .formatted(Echo.of(qualifier)));
    }
  }
}
