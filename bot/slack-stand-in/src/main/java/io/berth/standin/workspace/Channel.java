// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import java.util.Optional;

/**
 * A public channel, or the direct messages between one person and the bot.
 *
 * @param id Slack's id, such as {@code C0REQUESTS} or {@code D0ALICE}
 * @param name without the hash; for direct messages the person's name
 * @param topic one line for the page
 * @param directWith the person's user id, for direct messages
 */
public record Channel(String id, String name, String topic, Optional<String> directWith) {

  /** Whether this user may read it. */
  public boolean visibleTo(String userId) {
    return directWith.map(owner -> owner.equals(userId)).orElse(true);
  }

  /** The name that Slack puts into deliveries. */
  public String wireName() {
    return directWith.isPresent() ? "directmessage" : name;
  }

  /** What one calls it: {@code #requests} or {@code @alice}. */
  public String label() {
    return (directWith.isPresent() ? "@" : "#") + name;
  }

  /** The conversation object of {@code conversations.info}. */
  public ObjectNode toSlack() {
    ObjectNode tree = JsonTrees.object();
    tree.put("id", id).put("created", 0).put("is_archived", false).put("is_org_shared", false);
    directWith.ifPresentOrElse(
        user -> tree.put("is_im", true).put("user", user).put("is_open", true),
        () -> described(tree));
    return tree;
  }

  private void described(ObjectNode tree) {
    tree.put("name", name).put("name_normalized", name);
    tree.put("is_channel", true).put("is_group", false).put("is_im", false).put("is_mpim", false);
    tree.put("is_private", false).put("is_general", false).put("is_shared", false);
    tree.put("is_ext_shared", false).put("is_member", true).put("num_members", 7);
    tree.putObject("topic").put("value", topic).put("creator", "").put("last_set", 0);
    tree.putObject("purpose").put("value", topic).put("creator", "").put("last_set", 0);
  }
}
