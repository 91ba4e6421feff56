// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

import java.util.List;

/**
 * What a deploy did with one function, or would do.
 *
 * @param changes what was updated, e.g. {@code code} or {@code MemorySize 256 -> 512}; empty unless
 *     {@link DeployStatus#UPDATED}
 * @param url its Function URL; empty when a dry run cannot know it yet
 */
public record DeployedFunction(
    String namespace, String name, DeployStatus status, List<String> changes, String url) {
  public DeployedFunction {
    changes = List.copyOf(changes);
  }
}
