// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.bot.kind.Form;
import io.berth.bot.kind.Kind;
import io.berth.bot.kind.Option;
import io.berth.bot.kind.Pairing;
import io.berth.bot.kind.Proposal;
import io.berth.bot.kind.Shape;
import io.berth.bot.kind.Spec;
import io.berth.bot.kind.Specs;
import io.berth.bot.voice.CommandPhrase;
import io.berth.contract.Checked;
import io.berth.contract.text.Echo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills one kind's form from words: reads the values, checks how they go together, and lets the
 * contract's validator judge the result.
 */
final class FormReader {
  private final Kind kind;
  private final Form form;
  private final String defaultRegion;
  private final Values values = new Values();
  private final List<String> problems = new ArrayList<>();
  private final Map<Option, Object> filled = new LinkedHashMap<>();
  private final Map<Option, List<Object>> repeated = new LinkedHashMap<>();
  private final List<Option> seen = new ArrayList<>();

  FormReader(Kind kind, String defaultRegion) {
    this.kind = kind;
    this.form = kind.form();
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
        ? judged(Specs.check(kind, json()))
        : new Filled(Optional.empty(), problems);
  }

  /**
   * A filled form.
   *
   * @param proposal there when there are no problems
   */
  record Filled(Optional<Proposal> proposal, List<String> problems) {}

  private void take(Words.Given given) {
    Option option = given.option();
    if (seen.contains(option) && !option.repeats()) {
      problems.add(CommandPhrase.GIVEN_TWICE.text("option", option.label()));
      return;
    }
    rival(option)
        .ifPresent(
            other ->
                problems.add(
                    CommandPhrase.EXCLUDE.text("option", option.label(), "other", other.label())));
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
    bare.subList(next, bare.size()).forEach(extra -> problems.add(unexpected(extra)));
  }

  private String unexpected(Token extra) {
    String word = Echo.of(extra.text());
    return form.positional()
        ? CommandPhrase.UNEXPECTED_WORD.text(
            "word", word, "column", extra.column(), "example", anOptionWithAValue())
        : CommandPhrase.UNEXPECTED_BARE_WORD.text(
            "word", word, "column", extra.column(), "kind", kind.word());
  }

  /** So that the advice is one that this form takes. */
  private String anOptionWithAValue() {
    return form.options().stream()
        .filter(option -> !form.isBare(option) && !option.isFlag())
        .findFirst()
        .orElseThrow()
        .label();
  }

  private void checkPairings() {
    for (Pairing pairing : form.pairings()) {
      Option option = form.option(pairing.option()).orElseThrow();
      Option with = form.option(pairing.with()).orElseThrow();
      boolean holds = valueOf(with, pairing.value()).equals(Optional.ofNullable(filled.get(with)));
      String beside = with.label() + " " + pairing.value();
      if (seen.contains(option) && !holds) {
        problems.add(CommandPhrase.GOES_ONLY_WITH.text("option", option.label(), "beside", beside));
      } else if (!seen.contains(option) && holds) {
        valueOf(option, pairing.otherwise())
            .ifPresentOrElse(
                value -> filled.put(option, value),
                () ->
                    problems.add(
                        CommandPhrase.NEEDS.text(
                            "beside", beside, "option", option.label(), "usage", option.usage())));
      }
    }
  }

  /** What the API takes for a word of a choice; nothing for no word. */
  private static Optional<Object> valueOf(Option choice, String word) {
    return choice.shape() instanceof Shape.Choice words
        ? Optional.ofNullable(words.values().get(word))
        : Optional.empty();
  }

  private Filled judged(Checked<Spec> checked) {
    Translation translation = new Translation(form);
    return checked.fold(
        valid -> {
          List<String> notes = new ArrayList<>(values.notes());
          notes.addAll(translation.notes(valid.notes()));
          Proposal proposal =
              new Proposal(List.of(valid.value()), own(Option.TEAM), own(Option.REASON), notes);
          return new Filled(Optional.of(proposal), List.of());
        },
        invalid ->
            new Filled(
                Optional.empty(),
                invalid.violations().stream().map(translation::sentence).toList()));
  }

  /** What only Berth uses. */
  private Optional<String> own(Option option) {
    return Optional.ofNullable(filled.get(option)).map(Object::toString);
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
