// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import io.berth.emulator.cam.Permissions;
import io.berth.emulator.persistence.Storage;
import io.berth.emulator.schema.Schema;
import io.berth.emulator.signature.Keys;

/** The two ways that a request can go: signed, or as the agent of a machine. */
public final class CallPipelines {
  private final ApiCallPipeline signed;
  private final ApiCallPipeline agent;

  /**
   * Takes what the checks go by.
   *
   * @param permissions who may do what
   * @param storage is waited for before an answer tells what was done
   * @param loose true when parameters are read as {@link Schema#checkLoosely} says
   */
  public CallPipelines(Keys keys, Permissions permissions, Storage storage, boolean loose) {
    this.signed = new SignedCallPipeline(keys, permissions, storage, loose);
    this.agent = new AgentCallPipeline(storage);
  }

  ApiCallPipeline signed() {
    return signed;
  }

  ApiCallPipeline agent() {
    return agent;
  }
}
