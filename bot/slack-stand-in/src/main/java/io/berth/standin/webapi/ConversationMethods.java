// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.webapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Directory;
import io.berth.standin.workspace.PostedMessage;
import io.berth.standin.workspace.PostedMessages;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** {@code conversations.*}: where things are said, and what was said. Never ephemeral ones. */
final class ConversationMethods {
  private final PostedMessages messages;

  ConversationMethods(Workspace workspace) {
    this.messages = workspace.messages();
  }

  Map<String, WebApiMethod> methods() {
    return Map.of(
        "conversations.open", this::open,
        "conversations.info", this::info,
        "conversations.history", this::history,
        "conversations.replies", this::replies);
  }

  private ObjectNode open(MethodArguments arguments) throws SlackError {
    if (arguments.text("channel").isPresent()) {
      return info(arguments);
    }
    String users =
        arguments.text("users").orElseThrow(() -> new SlackError("users_list_not_supplied"));
    if (users.contains(",")) {
      throw new SlackError("too_many_users");
    }
    Channel direct =
        Directory.channelById(users)
            .filter(channel -> channel.directWith().isPresent())
            .orElseThrow(() -> new SlackError("user_not_found"));
    return JsonTrees.object().set("channel", direct.toSlack());
  }

  private ObjectNode info(MethodArguments arguments) throws SlackError {
    return JsonTrees.object().set("channel", arguments.channel().toSlack());
  }

  private ObjectNode history(MethodArguments arguments) throws SlackError {
    Channel channel = arguments.channel();
    List<PostedMessage> found =
        messages.all(
            one ->
                one.channel().equals(channel.id())
                    && !one.ephemeral()
                    && !one.reply()
                    && inRange(one.ts(), arguments));
    return page(reversed(found), arguments);
  }

  private ObjectNode replies(MethodArguments arguments) throws SlackError {
    Channel channel = arguments.channel();
    String ts = arguments.required("ts");
    if (messages.find(channel.id(), ts).filter(one -> !one.ephemeral()).isEmpty()) {
      throw new SlackError("thread_not_found");
    }
    return page(thread(channel.id(), ts), arguments);
  }

  private List<PostedMessage> thread(String channel, String parent) {
    return messages.all(
        one ->
            one.channel().equals(channel)
                && !one.ephemeral()
                && (one.ts().equals(parent) || one.threadTs().stream().anyMatch(parent::equals)));
  }

  private static boolean inRange(String ts, MethodArguments arguments) {
    boolean inclusive = arguments.flag("inclusive");
    String oldest = arguments.text("oldest").orElse("0");
    String latest = arguments.text("latest").orElse("9");
    return (ts.compareTo(oldest) > 0 || inclusive && ts.equals(oldest))
        && (ts.compareTo(latest) < 0 || inclusive && ts.equals(latest));
  }

  private ObjectNode page(List<PostedMessage> found, MethodArguments arguments) throws SlackError {
    int limit = arguments.number("limit", 100, 999);
    int start = cursor(arguments);
    int end = Math.min(found.size(), start + limit);
    ObjectNode answer = JsonTrees.object();
    ArrayNode list = answer.putArray("messages");
    for (PostedMessage message : found.subList(Math.min(start, end), end)) {
      list.add(described(message, arguments.flag("include_all_metadata")));
    }
    boolean more = end < found.size();
    answer.put("has_more", more).put("pin_count", 0);
    answer.putObject("response_metadata").put("next_cursor", more ? "from:" + end : "");
    return answer;
  }

  private ObjectNode described(PostedMessage message, boolean metadata) {
    ObjectNode tree = metadata ? message.toSlackWithMetadata() : message.toSlack();
    List<PostedMessage> thread = thread(message.channel(), message.ts());
    if (!message.reply() && thread.size() > 1) {
      tree.put("thread_ts", message.ts()).put("reply_count", thread.size() - 1);
      tree.put("latest_reply", thread.get(thread.size() - 1).ts());
    }
    return tree;
  }

  private static int cursor(MethodArguments arguments) throws SlackError {
    String cursor = arguments.text("cursor").orElse("from:0");
    if (!cursor.matches("from:\\d{1,9}")) {
      throw new SlackError("invalid_cursor");
    }
    return Integer.parseInt(cursor.substring("from:".length()));
  }

  private static List<PostedMessage> reversed(List<PostedMessage> oldestFirst) {
    List<PostedMessage> newestFirst = new ArrayList<>(oldestFirst);
    Collections.reverse(newestFirst);
    return newestFirst;
  }
}
