// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.text.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of one creating call in their canonical form, in the order of the API's document:
 * what is shown, hashed, approved and carried out. A field may hold a {@link Reference}.
 */
public record Parameters(Map<String, Object> json) {
  public Parameters {
    json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
  }

  /** Reads the canonical text. */
  public static Parameters read(String canonical) {
    return new Parameters(Json.readObject(canonical.getBytes(UTF_8), Json.Limits.WIDE));
  }

  /** The canonical text. */
  public String write() {
    return Json.write(json);
  }

  /** A text; empty when the field is absent or no text. */
  public Optional<String> text(String field) {
    return at(field).filter(String.class::isInstance).map(String.class::cast);
  }

  /** A whole number; empty when the field is absent or no number. */
  public Optional<Long> number(String field) {
    return at(field).filter(Long.class::isInstance).map(Long.class::cast);
  }

  /** Whether the field is there and true. */
  public boolean flag(String field) {
    return at(field).filter(Boolean.TRUE::equals).isPresent();
  }

  /** A value at a path of names with dots. */
  public Optional<Object> at(String path) {
    Object value = json;
    for (String name : path.split("\\.", -1)) {
      value = value instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return Optional.ofNullable(value);
  }

  /** The region of the call. */
  public String region() {
    return text("Region").orElse("");
  }

  /** The references by the fields that they stand in. */
  public Map<String, Reference> references() {
    Map<String, Reference> references = new LinkedHashMap<>();
    json.forEach((field, value) -> Reference.of(value).ifPresent(r -> references.put(field, r)));
    return references;
  }

  /** The same with these values in the place of what stands in their fields. */
  public Parameters with(Map<String, ?> values) {
    Map<String, Object> filled = new LinkedHashMap<>(json);
    values.forEach(filled::replace);
    return new Parameters(filled);
  }
}
