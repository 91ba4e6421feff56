// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import io.berth.standin.response.ResponseUrls;
import io.berth.standin.workspace.Workspace;

/** All that a member can do of which the bot hears. */
public record Interactions(
    SlashCommands slashCommands,
    BlockActions blockActions,
    ViewSubmissions viewSubmissions,
    Events events) {

  public static Interactions of(
      DeliverySender deliveries, Workspace workspace, ResponseUrls responseUrls) {
    return new Interactions(
        new SlashCommands(deliveries, workspace, responseUrls),
        new BlockActions(deliveries, workspace, responseUrls),
        new ViewSubmissions(deliveries, workspace),
        new Events(deliveries, workspace));
  }
}
