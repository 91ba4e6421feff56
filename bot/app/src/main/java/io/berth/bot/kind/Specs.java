// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges what is asked for by the contract's rules, with references where ids are not known yet.
 */
public final class Specs {
  private Specs() {}

  /**
   * Checks the parameters of one thing. In the place of a reference the rules see a well-formed id,
   * and the name in a reference is judged by the rules of its own kind.
   *
   * @return the canonical form, or every rule that is broken
   */
  public static Checked<Spec> check(Kind kind, Map<String, Object> json) {
    Map<String, Reference> references = new Parameters(json).references();
    Map<String, Object> plain = new LinkedHashMap<>(json);
    List<Violation> violations = new ArrayList<>();
    references.forEach(
        (field, reference) -> {
          plain.put(
              field, reference.fold(part -> exampleId(field), named -> named(named).exampleId()));
          violations.addAll(nameViolations(reference, new Parameters(json).region()));
        });
    return judged(kind, kind.check(plain), references, violations);
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

  /** The function's answers and parameters call an id by the same name. */
  private static String exampleId(String field) {
    return Kinds.ALL.stream()
        .filter(kind -> kind.function().resultField().filter(field::equals).isPresent())
        .map(Kind::exampleId)
        .findFirst()
        .orElse("");
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
