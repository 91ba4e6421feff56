// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import io.berth.standin.delivery.SlashCommands;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Member;

/** {@code POST /local/command}: slash commands. */
final class CommandRoutes {
  private final SlashCommands commands;
  private final LocalJson json;

  CommandRoutes(SlashCommands commands, LocalJson json) {
    this.commands = commands;
    this.json = json;
  }

  HttpResponse run(LocalRequest request) throws LocalRefusal {
    Member member = request.member();
    Channel channel = request.channel(member);
    if (request.text("thread_ts").isPresent()) {
      throw LocalRefusal.bad(
          "thread_ts", "slash commands cannot be used in threads; leave it out.");
    }
    String command = request.text("command").orElse("/tcr");
    if (!command.matches("/\\S{1,31}")) {
      throw LocalRefusal.bad("command", "must be one word with a slash, such as /tcr.");
    }
    String text = request.text("text").orElse("");
    return json.interaction(
        commands.run(member, channel, command, text, request.flag("smart")), member);
  }
}
