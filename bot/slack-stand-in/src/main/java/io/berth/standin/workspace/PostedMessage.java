// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One message as it stands now.
 *
 * @param channel id of its channel
 * @param ts its id in the channel: seconds and microseconds, unique, increasing
 * @param threadTs the parent's ts, for replies
 * @param author user id
 * @param content what it says
 * @param onlyFor the one user who sees it, for ephemeral messages
 * @param edited when it was last changed, as a ts
 * @param earlier the blocks it had before, newest last; a slow client may still show them
 * @param version the workspace's version when it appeared or was last changed
 */
public record PostedMessage(
    String channel,
    String ts,
    Optional<String> threadTs,
    String author,
    MessageContent content,
    Optional<String> onlyFor,
    Optional<String> edited,
    List<ArrayNode> earlier,
    long version) {

  /** Whether this user may read it, given that the channel is visible. */
  public boolean visibleTo(String userId) {
    return onlyFor.map(userId::equals).orElse(true);
  }

  public boolean ephemeral() {
    return onlyFor.isPresent();
  }

  /** Whether it is an answer inside a thread. */
  public boolean reply() {
    return threadTs.isPresent() && !threadTs.get().equals(ts);
  }

  /** Whether the bot wrote it. */
  public boolean byBot() {
    return author.equals(Installation.BOT_USER_ID);
  }

  PostedMessage changed(MessageContent now, String at, long newVersion) {
    List<ArrayNode> before = new ArrayList<>(earlier);
    before.add(content.blocks());
    return new PostedMessage(
        channel,
        ts,
        threadTs,
        author,
        now,
        onlyFor,
        Optional.of(at),
        List.copyOf(before),
        newVersion);
  }

  /** The message object as Slack writes it, without metadata. */
  public ObjectNode toSlack() {
    ObjectNode tree = JsonTrees.object();
    tree.put("type", "message").put("user", author).put("ts", ts).put("text", content.text());
    tree.put("team", Installation.TEAM_ID);
    if (byBot()) {
      putBot(tree);
    }
    if (!content.blocks().isEmpty()) {
      tree.set("blocks", content.blocks().deepCopy());
    }
    threadTs.ifPresent(parent -> tree.put("thread_ts", parent));
    edited.ifPresent(at -> tree.putObject("edited").put("user", author).put("ts", at));
    if (ephemeral()) {
      tree.put("is_ephemeral", true);
    }
    return tree;
  }

  private static void putBot(ObjectNode tree) {
    tree.put("bot_id", Installation.BOT_ID).put("app_id", Installation.APP_ID);
    ObjectNode profile = tree.putObject("bot_profile");
    profile.put("id", Installation.BOT_ID).put("app_id", Installation.APP_ID).put("name", "Berth");
    profile.put("team_id", Installation.TEAM_ID).put("deleted", false).put("updated", 0);
  }

  /** The same with metadata, when there is any. */
  public ObjectNode toSlackWithMetadata() {
    ObjectNode tree = toSlack();
    content.metadata().ifPresent(metadata -> tree.set("metadata", metadata.deepCopy()));
    return tree;
  }
}
