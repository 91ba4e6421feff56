// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.pipeline;

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
public final class PassThrough<X extends ApiRequest> implements Action<X> {
  private final FunctionName function;
  private final String verb;
  private final Function<Map<String, Object>, Checked<X>> reading;

  /**
   * @param verb what it does, for whoever may not
   * @param reading reads and checks the parameters
   */
  public PassThrough(
      FunctionName function, String verb, Function<Map<String, Object>, Checked<X>> reading) {
    this.function = function;
    this.verb = verb;
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
  public Set<FunctionName> calls() {
    return Set.of(function);
  }

  @Override
  public Checked<X> read(Map<String, Object> json) {
    return reading.apply(json);
  }

  @Override
  public FunctionAnswer perform(X request, Principal principal, RoleCloud cloud) {
    String recipe = "it is safe to send it again";
    return cloud
        .call(request)
        .<FunctionAnswer>fold(
            accepted ->
                FunctionAnswer.ok(
                    accepted.response(),
                    accepted.requestId().isEmpty() ? principal.callId() : accepted.requestId()),
            refused -> answer(CloudOutcomes.refused(function, refused, principal.callId())),
            lost -> answer(CloudOutcomes.lost(lost, recipe, principal.callId())),
            malformed -> answer(CloudOutcomes.malformed(malformed, recipe, principal.callId())));
  }

  private FunctionAnswer answer(Outcome outcome) {
    return FunctionAnswer.of(function, outcome);
  }
}
