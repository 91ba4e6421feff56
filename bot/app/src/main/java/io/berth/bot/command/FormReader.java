// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.text.Echo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills one form from words: reads the values, checks how they go together, and lets the contract's
 * validator judge the result.
 */
final class FormReader {
  private final Form form;
  private final String defaultRegion;

  private final Values values = new Values();
  private final List<String> problems = new ArrayList<>();
  private final Map<Option, Object> filled = new LinkedHashMap<>();
  private final Map<Option, List<Object>> repeated = new LinkedHashMap<>();
  private final List<Option> seen = new ArrayList<>();

  FormReader(Form form, String defaultRegion) {
    this.form = form;
    this.defaultRegion = defaultRegion;
  }

  /** What was asked for, or the sentences that say what is wrong, one for each mistake. */
  Filled read(Words words) {
    problems.addAll(words.problems());
    words.given().forEach(this::take);
    takeBare(words.bare());
    problems.addAll(values.problems());
    checkPairings();
    return problems.isEmpty()
        ? judged(form.check().apply(json()))
        : new Filled(Optional.empty(), problems);
  }

  /**
   * A filled form.
   *
   * @param ask there when there are no problems
   */
  record Filled(Optional<Ask> ask, List<String> problems) {}

  private void take(Words.Given given) {
    Option option = given.option();
    if (seen.contains(option) && !option.repeats()) {
      problems.add(option.label() + " given twice; say it once.");
      return;
    }
    rival(option)
        .ifPresent(
            other ->
                problems.add(
                    option.label()
                        + " and "
                        + other.label()
                        + " exclude each other; give one of them."));
    seen.add(option);
    Optional<Object> value = values.read(given);
    if (option.repeats()) {
      value.ifPresent(v -> repeated.computeIfAbsent(option, o -> new ArrayList<>()).add(v));
    } else {
      value.ifPresent(v -> filled.put(option, v));
    }
  }

  /** Another option that fills the same field. */
  private Optional<Option> rival(Option option) {
    return seen.stream()
        .filter(o -> !o.equals(option) && !o.path().isEmpty() && o.path().equals(option.path()))
        .findFirst();
  }

  private void takeBare(List<Token> bare) {
    int next = 0;
    if (form.positional() && !bare.isEmpty()) {
      Token name = bare.get(next++);
      take(new Words.Given(form.options().get(0), Optional.of(name.text()), name.mention()));
    }
    for (Token extra : bare.subList(next, bare.size())) {
      problems.add(
          "Unexpected "
              + Echo.of(extra.text())
              + " at column "
              + extra.column()
              + (form.positional()
                  ? "; options are written --type VALUE, and values with spaces in quotes."
                  : "; create " + form.kind() + " takes only options, e.g. --description web."));
    }
  }

  private void checkPairings() {
    for (Pairing pairing : form.pairings()) {
      Option option = form.option(pairing.option()).orElseThrow();
      Option with = form.option(pairing.with()).orElseThrow();
      Object wanted = ((Shape.Choice) with.shape()).values().get(pairing.value());
      boolean holds = wanted.equals(filled.get(with));
      String beside = with.label() + " " + pairing.value();
      if (seen.contains(option) && !holds) {
        problems.add(
            option.label()
                + " goes only with "
                + beside
                + "; add that or leave "
                + option.label()
                + " out.");
      } else if (!seen.contains(option) && holds && pairing.otherwise().isEmpty()) {
        problems.add(beside + " needs " + option.label() + "; add " + option.usage() + ".");
      } else if (!seen.contains(option) && holds) {
        filled.put(option, ((Shape.Choice) option.shape()).values().get(pairing.otherwise()));
      }
    }
  }

  private <T extends ApiRequest> Filled judged(Checked<T> checked) {
    Translation translation = new Translation(form);
    return checked.fold(
        valid -> {
          List<String> notes = new ArrayList<>(values.notes());
          notes.addAll(translation.notes(valid.notes()));
          Ask ask = new Ask(valid.value(), own("team"), own("reason"), notes);
          return new Filled(Optional.of(ask), List.of());
        },
        invalid ->
            new Filled(
                Optional.empty(),
                invalid.violations().stream().map(translation::sentence).toList()));
  }

  private Optional<String> own(String name) {
    return form.option(name).map(filled::get).map(Object::toString);
  }

  private Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Region", defaultRegion);
    filled.forEach((option, value) -> put(json, option.path(), value));
    repeated.forEach((option, list) -> put(json, option.path(), list));
    return json;
  }

  /** Puts {@code value} at a path of at most two names. */
  @SuppressWarnings("unchecked") // every map in the tree was made here
  private static void put(Map<String, Object> json, String path, Object value) {
    int dot = path.indexOf('.');
    if (path.isEmpty()) {
      return;
    } else if (dot < 0) {
      json.put(path, value);
      return;
    }
    Object inner = json.computeIfAbsent(path.substring(0, dot), p -> new LinkedHashMap<>());
    put((Map<String, Object>) inner, path.substring(dot + 1), value);
  }
}
