// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * A form, or somebody's Home tab, as it stands now.
 *
 * @param id Slack's view id
 * @param userId who sees it
 * @param view the checked view as the app gave it
 * @param hash changes with every update
 * @param rootId the form at the bottom of the stack
 * @param previousId the form below, if any
 * @param errors sentence by block id, from the last submission
 */
public record OpenView(
    String id,
    String userId,
    ObjectNode view,
    String hash,
    String rootId,
    Optional<String> previousId,
    Map<String, String> errors) {

  /** A text field of the view, empty when absent. */
  public String text(String field) {
    return view.path(field).asText("");
  }

  OpenView updated(ObjectNode now, String newHash) {
    return new OpenView(id, userId, now, newHash, rootId, previousId, Map.of());
  }

  OpenView refused(Map<String, String> sentences) {
    return new OpenView(id, userId, view, hash, rootId, previousId, Map.copyOf(sentences));
  }

  /** The view object as Slack writes it, with the values filled in so far. */
  public ObjectNode toSlack(ObjectNode values) {
    ObjectNode tree = view.deepCopy();
    tree.put("id", id).put("team_id", Installation.TEAM_ID).put("hash", hash);
    for (String optional : new String[] {"callback_id", "private_metadata", "external_id"}) {
      tree.put(optional, text(optional));
    }
    for (String flag : new String[] {"clear_on_close", "notify_on_close"}) {
      tree.put(flag, view.path(flag).asBoolean(false));
    }
    tree.putObject("state").set("values", values.deepCopy());
    tree.put("root_view_id", rootId).put("previous_view_id", previousId.orElse(null));
    tree.put("app_id", Installation.APP_ID).put("app_installed_team_id", Installation.TEAM_ID);
    tree.put("bot_id", Installation.BOT_ID);
    return tree;
  }
}
