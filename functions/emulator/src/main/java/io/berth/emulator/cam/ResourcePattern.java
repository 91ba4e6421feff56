// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cam;

import java.util.ArrayList;
import java.util.List;

/**
 * The resources of a statement: {@code *}, or {@code
 * qcs:project_id:service:region:account:resource}, where an empty segment stands for any.
 *
 * @param segments the six, or none for {@code *}
 */
record ResourcePattern(List<StarPattern> segments) {
  static final int SEGMENTS = 6;

  ResourcePattern {
    segments = List.copyOf(segments);
  }

  static ResourcePattern of(String text) {
    List<StarPattern> segments = new ArrayList<>();
    if (!text.equals("*")) {
      for (String segment : text.split(":", SEGMENTS)) {
        segments.add(new StarPattern(segment.isEmpty() ? "*" : segment));
      }
    }
    return new ResourcePattern(segments);
  }

  /**
   * Whether a call's resource is among them. An operation-level action needs {@code *}, and CAM
   * judges a statement with anything narrower as not about it (documented).
   */
  boolean fits(String resource) {
    String[] parts = resource.split(":", SEGMENTS);
    if (segments.isEmpty()) {
      return true;
    }
    if (parts.length != segments.size()) {
      return false;
    }
    for (int i = 0; i < parts.length; i++) {
      if (!segments.get(i).fits(parts[i])) {
        return false;
      }
    }
    return true;
  }
}
