// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

import io.berth.contract.text.Json;
import io.berth.contract.text.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads fields of an answer; what is absent or of another kind reads as empty. */
final class ScfFields {
  private ScfFields() {}

  static String text(Map<?, ?> answer, String field) {
    return answer.get(field) instanceof String text ? text : "";
  }

  static long number(Map<?, ?> answer, String field) {
    return answer.get(field) instanceof Number number ? number.longValue() : 0;
  }

  static Map<?, ?> object(Map<?, ?> answer, String field) {
    return answer.get(field) instanceof Map<?, ?> object ? object : Map.of();
  }

  /** The objects of a list. */
  static List<Map<?, ?>> objects(Map<?, ?> answer, String field) {
    return answer.get(field) instanceof List<?> list
        ? list.stream().<Map<?, ?>>mapMulti(ScfFields::ifObject).toList()
        : List.of();
  }

  /** The object that a field holds as JSON text, as a trigger's description does. */
  static Map<?, ?> embedded(Map<?, ?> answer, String field) {
    try {
      return Json.readObject(
          text(answer, field).getBytes(StandardCharsets.UTF_8), Json.Limits.WIDE);
    } catch (MalformedJson e) {
      return Map.of();
    }
  }

  private static void ifObject(Object element, Consumer<Map<?, ?>> sink) {
    if (element instanceof Map<?, ?> object) {
      sink.accept(object);
    }
  }
}
