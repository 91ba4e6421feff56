// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.state.CloudClock;
import io.berth.emulator.state.CloudState;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /_emulator/clock}: moves, sets, stops or speeds up the cloud's time, or puts off the time
 * that signatures are held against.
 */
final class ClockControl {
  private static final long MOST_SECONDS = CloudClock.MOST_AHEAD.toSeconds();
  private static final String TOO_FAR = "would move the clock by more than 50 years in all";

  private static final Set<String> FIELDS =
      Set.of("set", "advanceSeconds", "rate", "freeze", "skewSeconds", "allowBackwards");

  private ClockControl() {}

  /** Changes all that the body says, or nothing when one field breaks a rule. */
  static void move(CloudState state, JsonNode body) throws BadField {
    AdminFields fields = AdminFields.of(body, "", FIELDS);
    CloudClock clock = state.clock();
    Optional<Instant> moment = moment(fields, clock);
    Optional<Double> rate = rate(fields);
    long advance = fields.number("advanceSeconds", 0, -MOST_SECONDS, MOST_SECONDS);
    long skew = fields.number("skewSeconds", 0, -MOST_SECONDS, MOST_SECONDS);
    if (fields.has("set")) {
      moment.ifPresent(clock::set);
    } else if (moment.isPresent()) {
      // Not set: that would lose what passed since now was read, and what others advanced.
      clock.advance(Duration.ofSeconds(advance));
    }
    rate.ifPresent(clock::setRate);
    if (fields.has("skewSeconds")) {
      state.signatureClock().setAhead(Duration.ofSeconds(skew));
    }
  }

  private static Optional<Instant> moment(AdminFields fields, CloudClock clock) throws BadField {
    Instant now = clock.instant();
    Optional<String> set = fields.text("set");
    if (set.isPresent() && fields.has("advanceSeconds")) {
      throw new BadField("set", "and advanceSeconds exclude each other: give one of them");
    }
    String field = set.isPresent() ? "set" : "advanceSeconds";
    long advance = fields.number("advanceSeconds", 0, -MOST_SECONDS, MOST_SECONDS);
    Instant moment = set.isPresent() ? instant(field, set.get()) : now.plusSeconds(advance);
    if (moment.isBefore(now) && !fields.flag("allowBackwards")) {
      throw new BadField(
          field, "must not be " + backwards(field) + " unless allowBackwards is true");
    }
    Duration ahead = clock.ahead().plus(Duration.between(now, moment));
    if (ahead.abs().toSeconds() > MOST_SECONDS) {
      throw new BadField(field, TOO_FAR);
    }
    return moment.equals(now) ? Optional.empty() : Optional.of(moment);
  }

  private static String backwards(String field) {
    return field.equals("set") ? "before now" : "negative";
  }

  private static Instant instant(String field, String text) throws BadField {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new BadField(field, "must be a moment in UTC, e.g. 2026-11-21T08:00:00Z");
    }
  }

  private static Optional<Double> rate(AdminFields fields) throws BadField {
    if (fields.has("rate") && fields.has("freeze")) {
      throw new BadField("freeze", "and rate exclude each other: give one of them");
    }
    if (fields.has("freeze")) {
      return Optional.of(fields.flag("freeze") ? 0.0 : 1.0);
    }
    return fields.has("rate")
        ? Optional.of(fields.decimal("rate", 1, 0, CloudClock.FASTEST))
        : Optional.empty();
  }

  /** What the clock says, how far it is ahead of the machine's, and how fast it runs. */
  static ObjectNode show(CloudState state) {
    double rate = state.clock().rate();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("now", state.clock().instant().toString())
            .put("aheadSeconds", state.clock().ahead().toSeconds());
    // 1 and not 1.0, for people who read it.
    json = rate == Math.rint(rate) ? json.put("rate", (long) rate) : json.put("rate", rate);
    return json.put("skewSeconds", state.signatureClock().ahead().toSeconds());
  }
}
