// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

import java.util.List;
import java.util.Optional;

/**
 * How a deploy ended.
 *
 * @param functions those that are done, in the order of the template
 * @param failure what ended it early
 */
public record Deployment(List<DeployedFunction> functions, Optional<Failure> failure) {
  public Deployment {
    functions = List.copyOf(functions);
  }

  /**
   * SCF refused, or could not be reached, half-way.
   *
   * @param function the one that failed
   * @param sentence what SCF said and what to do
   * @param notReached those after it, which were left as they were
   */
  public record Failure(String function, String sentence, List<String> notReached) {
    public Failure {
      notReached = List.copyOf(notReached);
    }
  }
}
