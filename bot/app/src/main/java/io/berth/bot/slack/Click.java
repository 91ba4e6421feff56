// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;

/** Who clicked which button, and where; all of it from the signed payload. */
record Click(
    String workspace, String user, String channel, String ts, String value, String trigger) {
  static Click of(BlockActionPayload payload) {
    BlockActionPayload.Container container = payload.getContainer();
    return new Click(
        payload.getTeam().getId(),
        payload.getUser().getId(),
        container == null || container.getChannelId() == null ? "" : container.getChannelId(),
        container == null || container.getMessageTs() == null ? "" : container.getMessageTs(),
        payload.getActions().get(0).getValue(),
        payload.getTriggerId());
  }
}
