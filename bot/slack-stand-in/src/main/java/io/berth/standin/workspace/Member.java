// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;

/**
 * Somebody in the workspace.
 *
 * @param id Slack's user id, such as {@code U0ALICE}
 * @param name what one types, such as {@code alice}
 * @param realName what one reads
 * @param role a few words for the page
 * @param guest whether Slack calls the account restricted
 * @param bot whether it is the bot's own account
 */
public record Member(
    String id, String name, String realName, String role, boolean guest, boolean bot) {

  /** The user object of {@code users.info}. */
  public ObjectNode toSlack() {
    ObjectNode user = JsonTrees.object();
    user.put("id", id).put("team_id", Installation.TEAM_ID).put("name", name).put("deleted", false);
    user.put("real_name", realName).put("tz", "Etc/UTC").put("tz_label", "UTC").put("tz_offset", 0);
    user.put("is_admin", false).put("is_owner", false).put("is_primary_owner", false);
    user.put("is_restricted", guest).put("is_ultra_restricted", false);
    user.put("is_bot", bot).put("is_app_user", false).put("updated", 0);
    ObjectNode profile = user.putObject("profile");
    profile.put("real_name", realName).put("display_name", name).put("title", role);
    profile.put("real_name_normalized", realName).put("display_name_normalized", name);
    if (bot) {
      profile.put("bot_id", Installation.BOT_ID).put("api_app_id", Installation.APP_ID);
    } else {
      profile.put("email", name + "@berth.example");
    }
    return user;
  }
}
