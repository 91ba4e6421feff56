// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.bot.voice.KindPhrase;
import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.RequestRule;
import io.berth.contract.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges what is asked for by the contract's rules, with references where ids are not known yet.
 */
public final class Specs {
  private Specs() {}

  /** Checks the only thing that a request asks for, or its first. */
  public static Checked<Spec> check(Kind kind, Map<String, Object> json) {
    return check(kind, json, List.of());
  }

  /**
   * Checks the parameters of one thing. A reference may stand where the kind's form asks for
   * something that is there, and nowhere else: to the kind that the form names, by a name that
   * keeps that kind's rules, or by the number of an earlier part. In its place the rules see a
   * well-formed id.
   *
   * @param earlier what the parts before it ask for, in their order
   * @return the canonical form, or every rule that is broken
   */
  public static Checked<Spec> check(Kind kind, Map<String, Object> json, List<Kind> earlier) {
    Map<String, Reference> references = new LinkedHashMap<>();
    Map<String, Object> plain = new LinkedHashMap<>(json);
    List<Violation> violations = new ArrayList<>();
    for (Map.Entry<String, Kind> field : existing(kind).entrySet()) {
      String name = field.getKey();
      if (json.get(name) instanceof Map<?, ?> object) {
        plain.put(name, field.getValue().exampleId());
        reference(object, field.getValue(), earlier)
            .ifPresentOrElse(
                fit -> {
                  references.put(name, fit);
                  violations.addAll(nameViolations(fit, new Parameters(json).region()));
                },
                () -> violations.add(noReference(name, field.getValue())));
      }
    }
    return judged(kind, kind.check(plain), references, violations);
  }

  /** The fields that stand for something that is there, with its kind. */
  private static Map<String, Kind> existing(Kind kind) {
    Map<String, Kind> fields = new LinkedHashMap<>();
    for (Option option : kind.form().options()) {
      if (option.shape() instanceof Shape.Existing existing) {
        fields.put(option.path(), Kinds.of(existing.kind()).orElseThrow());
      }
    }
    return fields;
  }

  private static Optional<Reference> reference(Map<?, ?> object, Kind wanted, List<Kind> earlier) {
    return Reference.of(object).filter(given -> leadsTo(given, wanted, earlier));
  }

  private static boolean leadsTo(Reference reference, Kind wanted, List<Kind> earlier) {
    return reference.fold(
        part -> part.number() <= earlier.size() && earlier.get(part.number() - 1).equals(wanted),
        named -> named.kind().equals(wanted.word()));
  }

  private static Violation noReference(String field, Kind wanted) {
    String either = KindPhrase.ID_OR_REFERENCE.text("kind", wanted.word());
    return new Violation(field, RequestRule.TYPE, "InvalidParameter", Map.of("wanted", either));
  }

  private static <T extends ApiRequest> Checked<Spec> judged(
      Kind kind,
      Checked<T> checked,
      Map<String, Reference> references,
      List<Violation> violations) {
    return checked.fold(
        valid ->
            violations.isEmpty()
                ? new Checked.Valid<>(
                    new Spec(kind, canonical(valid.value(), references)), valid.notes())
                : new Checked.Invalid<>(violations),
        invalid -> {
          violations.addAll(invalid.violations());
          return new Checked.Invalid<>(violations);
        });
  }

  private static Parameters canonical(ApiRequest request, Map<String, Reference> references) {
    Map<String, Object> values = new LinkedHashMap<>();
    references.forEach((field, reference) -> values.put(field, reference.toJson()));
    return new Parameters(request.toJson()).with(values);
  }

  private static Kind named(Reference.Named reference) {
    return Kinds.of(reference.kind()).orElseThrow();
  }

  /** The name in a reference keeps the rules that it kept when the thing was made. */
  private static List<Violation> nameViolations(Reference reference, String region) {
    return reference.fold(
        part -> List.of(),
        named -> {
          Kind kind = named(named);
          Parameters wanted = kind.names().orElseThrow().named(region, named.name());
          return violations(kind.check(wanted.json()));
        });
  }

  private static <T> List<Violation> violations(Checked<T> checked) {
    return checked.fold(valid -> List.of(), invalid -> invalid.violations());
  }
}
