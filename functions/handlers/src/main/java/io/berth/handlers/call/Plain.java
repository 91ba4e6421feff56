// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.call;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import io.berth.contract.Outcome;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A function that hands one action through: its parameters in, the cloud's own fields out. For
 * reads and for what may be done twice.
 *
 * @param <X> its parameters
 */
public final class Plain<X extends ApiRequest> implements Action<X> {
  private final FunctionName function;
  private final String verb;
  private final String example;
  private final Function<Map<String, Object>, Checked<X>> reading;

  /**
   * @param verb what it does, for whoever may not
   * @param example parameters that keep every rule, as JSON
   * @param reading reads and checks the parameters
   */
  public Plain(
      FunctionName function,
      String verb,
      String example,
      Function<Map<String, Object>, Checked<X>> reading) {
    this.function = function;
    this.verb = verb;
    this.example = example;
    this.reading = reading;
  }

  @Override
  public FunctionName function() {
    return function;
  }

  @Override
  public String verb() {
    return verb;
  }

  @Override
  public String example() {
    return example;
  }

  @Override
  public Set<FunctionName> calls() {
    return Set.of(function);
  }

  @Override
  public Checked<X> read(Map<String, Object> json) {
    return reading.apply(json);
  }

  @Override
  public Answer perform(X request, Grant grant, RoleCloud cloud) {
    String recipe = "it is safe to send it again";
    return cloud
        .call(request)
        .<Answer>fold(
            accepted ->
                Answer.ok(
                    accepted.response(),
                    accepted.requestId().isEmpty() ? grant.callId() : accepted.requestId()),
            refused -> answer(CloudOutcomes.refused(function, refused, grant.callId())),
            lost -> answer(CloudOutcomes.lost(lost, recipe, grant.callId())),
            malformed -> answer(CloudOutcomes.malformed(malformed, recipe, grant.callId())));
  }

  private Answer answer(Outcome outcome) {
    return Answer.of(function, outcome);
  }
}
