// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import io.berth.bot.request.Requester;

/** Who clicked which button, and where; all of it from the signed payload. */
record Click(
    String workspace,
    String user,
    String channel,
    String ts,
    String action,
    String value,
    String trigger) {
  static Click of(BlockActionPayload payload) {
    BlockActionPayload.Container container = payload.getContainer();
    BlockActionPayload.Action action = payload.getActions().get(0);
    return new Click(
        payload.getTeam().getId(),
        payload.getUser().getId(),
        container == null || container.getChannelId() == null ? "" : container.getChannelId(),
        container == null || container.getMessageTs() == null ? "" : container.getMessageTs(),
        action.getActionId(),
        action.getValue(),
        payload.getTriggerId());
  }

  Requester requester() {
    return new Requester(workspace, user, channel);
  }
}
