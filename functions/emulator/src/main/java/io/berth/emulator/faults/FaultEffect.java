// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.faults;

import static io.berth.emulator.faults.FaultPoint.AFTER_COMMIT;
import static io.berth.emulator.faults.FaultPoint.AFTER_VALIDATE;
import static io.berth.emulator.faults.FaultPoint.BEFORE_VALIDATE;
import static io.berth.emulator.faults.FaultPoint.DURING_REPLY;

import java.util.List;
import java.util.Set;

/** What a fault does to the call it strikes. */
public enum FaultEffect {
  /** The given error is the answer. */
  ERROR("error", Points.ANY, Set.of("code"), Set.of("message")),
  /** The answer is a gateway's: this HTTP status and a small page. */
  STATUS("status", Points.ANY, Set.of("status"), Set.of()),
  /** The call waits, then goes on. */
  LATENCY("latency", Points.ANY, Set.of("millis"), Set.of("sigma")),
  /** Nothing happens for a while, then the connection is closed without an answer. */
  HANG("hang", Points.ANY, Set.of(), Set.of("millis")),
  /** The connection is closed without an answer. */
  CLOSE("close", Points.ANY, Set.of(), Set.of()),
  /** The connection is reset (RST) without an answer. */
  RESET("reset", Points.ANY, Set.of(), Set.of()),
  /** {@link #CLOSE} after the commit: the effect is kept, the answer is lost. */
  LOSE_ANSWER("lose-answer", List.of(AFTER_COMMIT), Set.of(), Set.of()),
  /** {@link #LATENCY} after the commit: the effect is there before the answer. */
  LATE_ANSWER("late-answer", List.of(AFTER_COMMIT), Set.of("millis"), Set.of("sigma")),
  /** The connection is closed without an answer, and the call is carried out later. */
  LATE_EFFECT("late-effect", List.of(AFTER_VALIDATE), Set.of("seconds"), Set.of()),
  /** The call is carried out twice, as when something on the way sends it again. */
  TWICE("twice", List.of(AFTER_VALIDATE), Set.of(), Set.of("answer")),
  /** A list does not show yet what is younger than so many seconds. */
  LAG("lag", List.of(AFTER_VALIDATE), Set.of("seconds"), Set.of()),
  /** Half of the answer arrives, then the connection is closed. */
  TRUNCATED("truncated", List.of(DURING_REPLY), Set.of(), Set.of()),
  /** The answer is a whole HTTP answer whose body is not JSON. */
  MALFORMED("malformed", List.of(DURING_REPLY), Set.of(), Set.of()),
  /** The right body under the wrong Content-Type. */
  WRONG_TYPE("wrong-type", List.of(DURING_REPLY), Set.of(), Set.of());

  private final String wireName;
  private final List<FaultPoint> points;
  private final Set<String> needs;
  private final Set<String> takes;

  private static final class Points {
    static final List<FaultPoint> ANY = List.of(BEFORE_VALIDATE, AFTER_VALIDATE, AFTER_COMMIT);
  }

  FaultEffect(String wireName, List<FaultPoint> points, Set<String> needs, Set<String> takes) {
    this.wireName = wireName;
    this.points = points;
    this.needs = needs;
    this.takes = takes;
  }

  /** The name in the admin API, e.g. {@code lose-answer}. */
  public String wireName() {
    return wireName;
  }

  /** Where it can strike; the first is meant when a rule does not say. */
  public List<FaultPoint> points() {
    return points;
  }

  /** The field of a rule without which it makes no sense, e.g. {@code code}. */
  public Set<String> needs() {
    return needs;
  }

  /** Whether a field of a rule means something to it. */
  public boolean takes(String field) {
    return needs.contains(field) || takes.contains(field);
  }
}
