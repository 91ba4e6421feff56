// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What shall go wrong, as an ordered list of rules; the first that is due for a call wins. */
public final class Faults {
  private List<Counted> rules = List.of();

  /** What a fault does. */
  public enum Effect {
    /** The call is refused with the given error; nothing changes. */
    ERROR("error"),
    /** The call waits, then goes on. */
    LATENCY("latency"),
    /** The call is carried out, its answer waits. */
    LATE_ANSWER("late-answer"),
    /** The connection is closed without an answer; nothing changes. */
    CLOSE("close"),
    /** The call is carried out, then the connection is closed without an answer. */
    LOSE_ANSWER("lose-answer");

    private final String wireName;

    Effect(String wireName) {
      this.wireName = wireName;
    }

    /** The name in the admin API, e.g. {@code lose-answer}. */
    public String wireName() {
      return wireName;
    }
  }

  /**
   * One rule.
   *
   * @param action the action it is for; empty for every action
   * @param nth the first matching call that it strikes, counted from 1
   * @param count how many matching calls it strikes from there on
   * @param code the error of {@link Effect#ERROR}
   * @param message its text
   * @param millis how long {@link Effect#LATENCY} and {@link Effect#LATE_ANSWER} wait
   */
  public record Rule(
      Optional<String> action,
      long nth,
      long count,
      Effect effect,
      String code,
      String message,
      long millis) {
    private boolean matches(String called) {
      return action.isEmpty() || action.get().equals(called);
    }
  }

  /**
   * A rule and its history.
   *
   * @param seen matching calls since it was set
   * @param struck how many of them it struck
   */
  public record Count(Rule rule, long seen, long struck) {}

  private static final class Counted {
    final Rule rule;
    long seen;
    long struck;

    Counted(Rule rule) {
      this.rule = rule;
    }

    boolean isDue() {
      return seen >= rule.nth() && seen - rule.nth() < rule.count();
    }
  }

  /** Replaces all rules; every count starts anew. */
  public synchronized void replace(List<Rule> next) {
    rules = next.stream().map(Counted::new).toList();
  }

  /** The rules in their order. */
  public synchronized List<Count> list() {
    return rules.stream().map(r -> new Count(r.rule, r.seen, r.struck)).toList();
  }

  /** Counts a call against every rule that matches; the first one due strikes it. */
  synchronized Optional<Rule> strike(String action) {
    List<Counted> due = new ArrayList<>();
    for (Counted counted : rules) {
      if (counted.rule.matches(action)) {
        counted.seen++;
        if (counted.isDue()) {
          due.add(counted);
        }
      }
    }
    due.stream().limit(1).forEach(first -> first.struck++);
    return due.stream().findFirst().map(first -> first.rule);
  }
}
