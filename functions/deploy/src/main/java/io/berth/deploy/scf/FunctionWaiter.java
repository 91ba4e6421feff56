// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

import io.berth.deploy.template.DeployableFunction;
import java.util.Optional;

/**
 * Waits for SCF's changes to come to an end: they run on after their call was answered (SCF
 * GetFunction, Status).
 */
final class FunctionWaiter {
  /** About five minutes with the steps below. */
  private static final int POLLS = 300;

  private static final long FIRST_MILLIS = 100;
  private static final long STEP_MILLIS = 50;
  private static final long MOST_MILLIS = 1000;

  private final ScfApi api;

  FunctionWaiter(ScfApi api) {
    this.api = api;
  }

  Optional<CloudFunction> find(DeployableFunction function) throws DeployStopped {
    return api.find("GetFunction", ScfRequests.identity(function)).map(CloudFunction::new);
  }

  /**
   * The function when nothing runs on it any more, in whatever state that left it; nothing when it
   * is not there.
   */
  Optional<CloudFunction> awaitRest(DeployableFunction function) throws DeployStopped {
    Optional<CloudFunction> there = find(function);
    long millis = FIRST_MILLIS;
    for (int i = 0; there.isPresent() && there.get().isChanging(); i++) {
      if (i == POLLS) {
        throw new DeployStopped(
            "it is still " + there.get().status() + " after five minutes; deploy again later");
      }
      api.pause(millis);
      millis = Math.min(millis + STEP_MILLIS, MOST_MILLIS);
      there = find(function);
    }
    return there;
  }

  /** The function after a change of ours went through. */
  CloudFunction awaitActive(DeployableFunction function, String change) throws DeployStopped {
    Optional<CloudFunction> there = awaitRest(function);
    if (there.isEmpty()) {
      throw new DeployStopped(
          change + " was accepted, but the function is not there; deploy again");
    }
    if (!there.get().isActive()) {
      throw new DeployStopped(failure(change, there.get()));
    }
    return there.get();
  }

  private static String failure(String change, CloudFunction there) {
    String old = there.status().equals("UpdateFailed") ? " (the old one goes on serving)" : "";
    return "%s ended in %s: %s; correct the cause, then deploy again%s"
        .formatted(change, there.status(), there.reasons(), old);
  }
}
