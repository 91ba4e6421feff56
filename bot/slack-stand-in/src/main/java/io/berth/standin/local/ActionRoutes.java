// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.blockkit.BlockElement;
import io.berth.standin.blockkit.ViewState;
import io.berth.standin.delivery.BlockActions;
import io.berth.standin.delivery.InteractionResult;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Member;
import io.berth.standin.workspace.OpenView;
import io.berth.standin.workspace.PostedMessage;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Workspace;
import java.util.Optional;

/** {@code POST /local/action}: clicks on, and choices from, elements of messages and views. */
final class ActionRoutes {
  private final Workspace workspace;
  private final BlockActions blockActions;
  private final LocalJson json;

  ActionRoutes(Workspace workspace, BlockActions blockActions, LocalJson json) {
    this.workspace = workspace;
    this.blockActions = blockActions;
    this.json = json;
  }

  HttpResponse act(LocalRequest request) throws LocalRefusal {
    try {
      InteractionResult result =
          request.text("view_id").isPresent() ? inView(request) : inMessage(request);
      return json.interaction(result, request.member());
    } catch (SlackError refused) {
      throw LocalRefusal.bad("value", refused.getMessage() + ".");
    }
  }

  private InteractionResult inMessage(LocalRequest request) throws LocalRefusal, SlackError {
    Member member = request.member();
    Channel channel = request.channel(member);
    PostedMessage message = message(request, member, channel);
    BlockElement element = element(request, message);
    return blockActions.inMessage(member, channel, message, element, request.get("value"));
  }

  private InteractionResult inView(LocalRequest request) throws LocalRefusal, SlackError {
    Member member = request.member();
    OpenView view = ViewRoutes.view(workspace, member, request.required("view_id", "V00000001"));
    JsonNode blocks = view.view().path("blocks");
    BlockElement element = find(request, blocks).orElseThrow(() -> noSuchAction(request, blocks));
    ObjectNode values = ViewState.of(blocks, request.get("values")).values();
    return blockActions.inView(member, view, element, request.get("value"), values);
  }

  private PostedMessage message(LocalRequest request, Member member, Channel channel)
      throws LocalRefusal {
    String ts = request.required("ts", "1763755200.000100");
    return workspace
        .messages()
        .find(channel.id(), ts)
        .filter(one -> one.visibleTo(member.id()))
        .orElseThrow(
            () ->
                LocalRefusal.notFound(
                    "ts",
                    "%s sees no message %s in %s; GET /local/messages lists them."
                        .formatted(member.name(), ts, channel.label())));
  }

  /** The element now; with {@code earlier} also one that an old client may still show. */
  private static BlockElement element(LocalRequest request, PostedMessage message)
      throws LocalRefusal {
    JsonNode blocks = message.content().blocks();
    Optional<BlockElement> found = find(request, blocks);
    if (request.flag("earlier")) {
      for (JsonNode before : message.earlier()) {
        found = found.isPresent() ? found : find(request, before);
      }
    }
    return found.orElseThrow(() -> noSuchAction(request, blocks));
  }

  private static Optional<BlockElement> find(LocalRequest request, JsonNode blocks)
      throws LocalRefusal {
    String actionId = request.required("action_id", "approve");
    return BlockElement.find(blocks, actionId, request.text("value"));
  }

  private static LocalRefusal noSuchAction(LocalRequest request, JsonNode blocks) {
    return LocalRefusal.notFound(
        "action_id",
        "there is no %s here now; there is: %s."
            .formatted(request.text("action_id").orElse(""), BlockElement.actionIds(blocks)));
  }
}
