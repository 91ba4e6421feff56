// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.bot.ledger.Request;
import io.berth.contract.FunctionName;
import io.berth.contract.tat.CreateRegisterCode;
import io.berth.contract.text.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request in the words of people: what it is, what its parameters mean, and when. Plain text, not
 * escaped.
 */
final class Wording {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Wording() {}

  static boolean isRegistry(Request request) {
    return request.function() == FunctionName.TCR_CREATE_INSTANCE;
  }

  /** {@code registry payments}, or {@code register code "webserver"}. */
  static String subject(Request request) {
    Map<String, Object> parameters = parameters(request);
    if (isRegistry(request)) {
      return "registry " + parameters.get("RegistryName");
    }
    Object description = parameters.get("Description");
    return description == null ? "register code" : "register code \"" + description + "\"";
  }

  /** One line that says what approving it will do. */
  static String effect(Request request) {
    Map<String, Object> parameters = parameters(request);
    if (isRegistry(request)) {
      return "Creates registry %s of type %s in %s, %s."
          .formatted(
              parameters.get("RegistryName"),
              parameters.get("RegistryType"),
              parameters.get("Region"),
              charge(parameters));
    }
    return "Creates a register code in %s for up to %s machines, %s, %s."
        .formatted(
            parameters.get("Region"),
            parameters.get("RegisterLimit"),
            life(parameters),
            parameters.containsKey("IpAddressRange")
                ? "usable from " + parameters.get("IpAddressRange")
                : "usable from any address");
  }

  /**
   * Every parameter that the function will get, a text each: its API name, a line feed, its value
   * and what that means.
   */
  static List<String> fields(Request request) {
    List<String> fields = new ArrayList<>();
    Map<String, Object> parameters = parameters(request);
    parameters.forEach((name, value) -> fields.add(name + "\n" + value(name, value)));
    if (!isRegistry(request) && !parameters.containsKey("IpAddressRange")) {
      fields.add("IpAddressRange\nnot given (any address)");
    }
    return fields;
  }

  /** What the function adds by itself. */
  static String addition(Request request) {
    return isRegistry(request)
        ? "Berth adds the tag chatops-request=" + request.id() + "."
        : "Berth adds [" + request.id() + "#attempt] to the description.";
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  static Map<String, Object> parameters(Request request) {
    return Json.readObject(request.parametersJson().getBytes(UTF_8), Json.Limits.WIDE);
  }

  private static String value(String name, Object value) {
    return switch (name) {
      case "RegistryChargeType" -> value + (value.equals(0L) ? " (pay as you go)" : " (prepaid)");
      case "RegistryChargePrepaid" -> value instanceof Map<?, ?> map ? prepaid(map) : plain(value);
      case "TagSpecification" -> value instanceof Map<?, ?> map ? tags(map) : plain(value);
      case "EffectiveTime" -> value + (permanent(value) ? " (permanent: never ends)" : " hours");
      case "RegisterLimit" -> value + " machines";
      default -> plain(value);
    };
  }

  private static String plain(Object value) {
    return value instanceof Map || value instanceof List
        ? Json.write(value)
        : String.valueOf(value);
  }

  private static String charge(Map<String, Object> parameters) {
    return parameters.get("RegistryChargePrepaid") instanceof Map<?, ?> prepaid
        ? "prepaid for " + prepaid(prepaid)
        : "paid as you go";
  }

  private static String prepaid(Map<?, ?> prepaid) {
    String renewal =
        switch (String.valueOf(prepaid.get("RenewFlag"))) {
          case "0" -> "renewed by hand";
          case "1" -> "renewed automatically";
          default -> "not renewed";
        };
    return prepaid.get("Period") + " months, " + renewal;
  }

  private static String tags(Map<?, ?> specification) {
    return specification.get("Tags") instanceof List<?> tags
        ? tags.stream().map(Wording::tag).collect(Collectors.joining(", "))
        : plain(specification);
  }

  private static String tag(Object tag) {
    return tag instanceof Map<?, ?> pair ? pair.get("Key") + "=" + pair.get("Value") : plain(tag);
  }

  private static String life(Map<String, Object> parameters) {
    Object hours = parameters.get("EffectiveTime");
    return permanent(hours) ? "permanent (it never ends)" : "for " + hours + " hours";
  }

  private static boolean permanent(Object hours) {
    return hours instanceof Long number && number > CreateRegisterCode.MOST_HOURS;
  }
}
