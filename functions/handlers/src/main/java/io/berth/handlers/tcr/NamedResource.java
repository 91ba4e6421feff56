// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.tcr;

import io.berth.cloud.CloudReply;
import io.berth.contract.ApiRequest;
import io.berth.contract.Outcome;
import io.berth.handlers.pipeline.RoleCloud;
import java.util.Map;
import java.util.Optional;

/** Something that is asked for under a name, and found again by it. */
interface NamedResource {
  /** The request that makes it, with the id of the request it is for in a tag. */
  ApiRequest taggedWith(String requestId);

  /** Its id in the answer of the cloud that made it; empty when the answer makes no sense. */
  Optional<String> idIn(Map<String, Object> response);

  /** Looks for it by its exact name, and says whose it is. */
  Ownership owner(RoleCloud cloud, String requestId);

  /** Whether the name may be taken by somebody whose things this account cannot list. */
  boolean isSharedWithOthers();

  /** The documented code for a name that is taken. */
  String takenCode();

  /** Its name. */
  String name();

  /** Kind, name and place, such as {@code registry named payments}. */
  String title();

  /** What to do when nobody knows, as a clause. */
  String recipe();

  /**
   * Looks for what stands in the way after the cloud said no for another reason than the name.
   *
   * @param plain what the cloud's code says by itself
   * @return a refusal that says more, or nothing
   */
  Optional<Outcome> obstacle(CloudReply.Refused refused, Outcome plain, RoleCloud cloud);
}
