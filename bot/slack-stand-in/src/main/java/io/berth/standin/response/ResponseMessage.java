// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.standin.blockkit.BlockKit;
import io.berth.standin.workspace.Installation;
import io.berth.standin.workspace.MessageContent;
import io.berth.standin.workspace.PostedMessages;
import io.berth.standin.workspace.SlackError;
import java.util.Optional;

/**
 * What an app says in the body of an acknowledgement or to a response URL.
 *
 * @param content what it says
 * @param inChannel whether everybody may read it; otherwise only who acted
 * @param replace whether it takes the place of the message that was clicked
 * @param delete whether that message goes away
 * @param threadTs the thread it belongs to
 */
public record ResponseMessage(
    MessageContent content,
    boolean inChannel,
    boolean replace,
    boolean delete,
    Optional<String> threadTs) {
  private static final int LIMIT = 40_000;

  /** Reads it; refuses blocks that break a limit, and a text that is too long or missing. */
  public static ResponseMessage of(JsonNode tree) throws SlackError {
    String text = tree.path("text").asText("");
    if (text.length() > LIMIT) {
      throw new SlackError("msg_too_long");
    }
    boolean delete = tree.path("delete_original").asBoolean(false);
    MessageContent content =
        new MessageContent(text, BlockKit.messageBlocks(tree.path("blocks")), Optional.empty());
    if (content.empty() && !delete) {
      throw new SlackError("no_text");
    }
    return new ResponseMessage(
        content,
        tree.path("response_type").asText().equals("in_channel"),
        tree.path("replace_original").asBoolean(false),
        delete,
        Optional.of(tree.path("thread_ts").asText("")).filter(ts -> !ts.isEmpty()));
  }

  /**
   * Shows it where somebody acted. A message that replaces an ephemeral one stays ephemeral.
   *
   * @param target who acted, where, on which message
   */
  public void show(PostedMessages messages, ResponseTarget target) throws SlackError {
    String channel = target.channel().id();
    Optional<String> original = target.original();
    if (delete && original.isPresent()) {
      messages.delete(channel, original.get());
    } else if (replace && original.isPresent()) {
      messages.change(channel, original.get(), content);
    } else if (!content.empty()) {
      Optional<String> onlyFor = inChannel ? Optional.empty() : Optional.of(target.userId());
      messages.post(target.channel(), Installation.BOT_USER_ID, content, threadTs, onlyFor);
    }
  }
}
