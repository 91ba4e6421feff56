// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.webapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Directory;
import io.berth.standin.workspace.Installation;
import io.berth.standin.workspace.Member;
import io.berth.standin.workspace.SlackError;
import java.net.URI;
import java.util.Map;

/** {@code auth.test}, {@code users.*} and {@code usergroups.*}: who is who. */
final class UserMethods {
  private static final String GROUP = "S0APPROVERS";

  private final URI home;

  UserMethods(URI home) {
    this.home = home;
  }

  Map<String, WebApiMethod> methods() {
    return Map.of(
        "auth.test", this::auth,
        "users.info", UserMethods::info,
        "users.list", UserMethods::list,
        "usergroups.list", UserMethods::groups,
        "usergroups.users.list", UserMethods::members);
  }

  private ObjectNode auth(MethodArguments arguments) {
    ObjectNode answer = JsonTrees.object();
    answer.put("url", home + "/").put("team", "Berth").put("user", "berth");
    answer
        .put("team_id", Installation.TEAM_ID)
        .put("user_id", Installation.BOT_USER_ID)
        .put("bot_id", Installation.BOT_ID);
    return answer.put("is_enterprise_install", false);
  }

  private static ObjectNode info(MethodArguments arguments) throws SlackError {
    String id = arguments.required("user");
    Member member =
        Directory.members().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new SlackError("user_not_found"));
    return JsonTrees.object().set("user", member.toSlack());
  }

  private static ObjectNode list(MethodArguments arguments) {
    ObjectNode answer = JsonTrees.object();
    ArrayNode members = answer.putArray("members");
    Directory.members().forEach(one -> members.add(one.toSlack()));
    answer.put("cache_ts", 0).putObject("response_metadata").put("next_cursor", "");
    return answer;
  }

  private static ObjectNode groups(MethodArguments arguments) {
    ObjectNode answer = JsonTrees.object();
    ObjectNode group = answer.putArray("usergroups").addObject();
    group.put("id", GROUP).put("team_id", Installation.TEAM_ID).put("is_usergroup", true);
    group.put("name", "Approvers").put("handle", "approvers").put("date_delete", 0);
    group.put("user_count", Directory.approvers().size());
    return answer;
  }

  private static ObjectNode members(MethodArguments arguments) throws SlackError {
    if (!arguments.required("usergroup").equals(GROUP)) {
      throw new SlackError("no_such_subteam");
    }
    ObjectNode answer = JsonTrees.object();
    ArrayNode users = answer.putArray("users");
    Directory.approvers().forEach(users::add);
    return answer;
  }
}
