// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.World;
import java.time.Duration;
import java.util.Set;

/**
 * {@code /_emulator/clock}: moves the cloud's time, or the time that signatures are held against.
 */
final class ClockControl {
  // Keeps every time that an answer can show within four digits of year.
  static final long MOST_SECONDS = Duration.ofDays(50 * 365).toSeconds();

  private ClockControl() {}

  static void move(World world, JsonNode body) throws BadField {
    Fields fields = Fields.of(body, "", Set.of("advanceSeconds", "skewSeconds", "allowBackwards"));
    long advance = fields.number("advanceSeconds", 0, -MOST_SECONDS, MOST_SECONDS);
    long skew = fields.number("skewSeconds", 0, -MOST_SECONDS, MOST_SECONDS);
    if (advance < 0 && !fields.flag("allowBackwards")) {
      throw new BadField("advanceSeconds", "must not be negative unless allowBackwards is true");
    }
    Duration ahead = world.clock().ahead().plusSeconds(advance);
    if (ahead.abs().toSeconds() > MOST_SECONDS) {
      throw new BadField("advanceSeconds", "would move the clock by more than 50 years in all");
    }
    world.clock().advance(Duration.ofSeconds(advance));
    if (fields.has("skewSeconds")) {
      world.signatureClock().setAhead(Duration.ofSeconds(skew));
    }
  }

  static ObjectNode show(World world) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("now", world.clock().instant().toString())
        .put("aheadSeconds", world.clock().ahead().toSeconds())
        .put("skewSeconds", world.signatureClock().ahead().toSeconds());
  }
}
