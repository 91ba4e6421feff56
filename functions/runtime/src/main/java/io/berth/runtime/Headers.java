// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The headers of a call, by lower-case name. A name that came twice, or in two spellings, keeps all
 * its values, so that a doubled signature header can be refused.
 */
public final class Headers {
  /** No header at all. */
  public static final Headers NONE = new Headers(Map.of());

  private static final String PLATFORM = "x-scf-";

  private final Map<String, List<String>> values;

  private Headers(Map<String, List<String>> values) {
    this.values = values;
  }

  /** Takes headers as they came, in any case. */
  public static Headers of(Map<String, List<String>> raw) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    raw.forEach(
        (name, all) ->
            byName.computeIfAbsent(lower(name), unused -> new ArrayList<>()).addAll(all));
    byName.replaceAll((name, all) -> List.copyOf(all));
    return new Headers(Collections.unmodifiableMap(byName));
  }

  /** The value of a header that came once; the first one when it is doubled. */
  public Optional<String> first(String name) {
    return values.getOrDefault(lower(name), List.of()).stream().findFirst();
  }

  /** Whether the header came more than once. */
  public boolean doubled(String name) {
    return values.getOrDefault(lower(name), List.of()).size() > 1;
  }

  /** All headers: lower-case names, each with its values in the order of arrival. */
  public Map<String, List<String>> asMap() {
    return values;
  }

  /** Without the platform's own ({@code x-scf-*}), which may carry the role's keys. */
  Headers withoutPlatform() {
    return filtered(false);
  }

  /** The platform's own alone. */
  Headers platformOnly() {
    return filtered(true);
  }

  /** Names only: values may be secrets. */
  @Override
  public String toString() {
    return "Headers" + values.keySet();
  }

  private Headers filtered(boolean platform) {
    Map<String, List<String>> kept = new LinkedHashMap<>(values);
    kept.keySet().removeIf(name -> name.startsWith(PLATFORM) != platform);
    return new Headers(Collections.unmodifiableMap(kept));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
