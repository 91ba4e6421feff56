// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.webapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.blockkit.BlockKit;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Directory;
import io.berth.standin.workspace.Installation;
import io.berth.standin.workspace.MessageContent;
import io.berth.standin.workspace.PostedMessage;
import io.berth.standin.workspace.PostedMessages;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Workspace;
import java.util.Map;
import java.util.Optional;

/** {@code chat.*}: what the bot says. */
final class ChatMethods {
  private static final int CUT_AT = 40_000;
  private static final int UPDATE_LIMIT = 4_000;

  private final PostedMessages messages;

  ChatMethods(Workspace workspace) {
    this.messages = workspace.messages();
  }

  Map<String, WebApiMethod> methods() {
    return Map.of(
        "chat.postMessage", this::post,
        "chat.postEphemeral", this::postEphemeral,
        "chat.update", this::update,
        "chat.delete", this::delete);
  }

  private ObjectNode post(MethodArguments arguments) throws SlackError {
    Channel channel = arguments.channel();
    PostedMessage message =
        messages.post(
            channel,
            Installation.BOT_USER_ID,
            content(arguments, CUT_AT, true),
            arguments.text("thread_ts"),
            Optional.empty());
    return posted(message);
  }

  private ObjectNode postEphemeral(MethodArguments arguments) throws SlackError {
    Channel channel = arguments.channel();
    Optional<String> user =
        arguments.text("user").filter(id -> isPerson(id) && channel.visibleTo(id));
    if (user.isEmpty()) {
      throw new SlackError("user_not_in_channel");
    }
    MessageContent content = content(arguments, CUT_AT, false);
    PostedMessage message =
        messages.post(
            channel, Installation.BOT_USER_ID, content, arguments.text("thread_ts"), user);
    return JsonTrees.object().put("message_ts", message.ts());
  }

  private static boolean isPerson(String userId) {
    return Directory.people().stream().anyMatch(one -> one.id().equals(userId));
  }

  private ObjectNode update(MethodArguments arguments) throws SlackError {
    PostedMessage old = ownMessage(arguments, "cant_update_message");
    MessageContent given = content(arguments, UPDATE_LIMIT, false);
    MessageContent kept =
        given.metadata().isPresent()
            ? given
            : new MessageContent(given.text(), given.blocks(), old.content().metadata());
    PostedMessage message =
        messages
            .change(old.channel(), old.ts(), kept)
            .orElseThrow(() -> new SlackError("message_not_found"));
    ObjectNode answer = posted(message);
    return answer.put("text", message.content().text());
  }

  private ObjectNode delete(MethodArguments arguments) throws SlackError {
    PostedMessage old = ownMessage(arguments, "cant_delete_message");
    messages.delete(old.channel(), old.ts());
    return JsonTrees.object().put("channel", old.channel()).put("ts", old.ts());
  }

  private PostedMessage ownMessage(MethodArguments arguments, String notYours) throws SlackError {
    Channel channel = arguments.channel();
    PostedMessage message =
        messages
            .find(channel.id(), arguments.required("ts"))
            .filter(found -> !found.ephemeral())
            .orElseThrow(() -> new SlackError("message_not_found"));
    if (!message.byBot()) {
      throw new SlackError(notYours);
    }
    return message;
  }

  private static ObjectNode posted(PostedMessage message) {
    ObjectNode answer = JsonTrees.object();
    answer.put("channel", message.channel()).put("ts", message.ts());
    answer.set("message", message.toSlackWithMetadata());
    return answer;
  }

  private static MessageContent content(MethodArguments arguments, int most, boolean cut)
      throws SlackError {
    String text = arguments.text("text").orElse("");
    if (text.length() > most && !cut) {
      throw new SlackError("msg_too_long");
    }
    MessageContent content =
        new MessageContent(
            text.length() > most ? text.substring(0, most) : text,
            BlockKit.messageBlocks(arguments.tree("blocks", "invalid_blocks_format")),
            metadata(arguments));
    if (content.empty()) {
      throw new SlackError("no_text");
    }
    return content;
  }

  private static Optional<ObjectNode> metadata(MethodArguments arguments) throws SlackError {
    JsonNode tree = arguments.tree("metadata", "metadata_must_be_sent_as_json");
    if (tree.isMissingNode()) {
      return Optional.empty();
    }
    if (!(tree instanceof ObjectNode metadata)
        || !metadata.path("event_type").isTextual()
        || !metadata.path("event_payload").isObject()) {
      throw new SlackError("invalid_metadata_format");
    }
    return Optional.of(metadata.deepCopy());
  }
}
