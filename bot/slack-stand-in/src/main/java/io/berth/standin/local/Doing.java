// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.delivery.Events;
import io.berth.standin.delivery.SlashCommands;
import io.berth.standin.delivery.TypedText;
import io.berth.standin.faults.FaultReader;
import io.berth.standin.faults.PendingFaults;
import io.berth.standin.http.HttpRequest;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Member;
import io.berth.standin.workspace.MessageContent;
import io.berth.standin.workspace.PostedMessage;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Workspace;
import java.util.Optional;

/** What scripts and the page may do in a person's name, apart from clicks and forms. */
public final class Doing {
  private final Workspace workspace;
  private final SlashCommands commands;
  private final Events events;
  private final PendingFaults faults;
  private final Shown shown;

  public Doing(Workspace workspace, SlashCommands commands, Events events, PendingFaults faults) {
    this.workspace = workspace;
    this.commands = commands;
    this.events = events;
    this.faults = faults;
    this.shown = new Shown(workspace);
  }

  /** A slash command. */
  HttpResponse command(HttpRequest request, String none) throws LocalRefusal {
    Ask ask = Ask.body(request, "user", "channel", "command", "text", "smart", "thread_ts");
    Member member = ask.member();
    Channel channel = ask.channel(member);
    if (ask.text("thread_ts").isPresent()) {
      throw LocalRefusal.bad(
          "thread_ts", "slash commands cannot be used in threads; leave it out.");
    }
    String command = ask.text("command").orElse("/tcr");
    if (!command.matches("/\\S{1,31}")) {
      throw LocalRefusal.bad("command", "must be one word with a slash, such as /tcr.");
    }
    String text = ask.text("text").orElse("");
    return shown.interaction(
        commands.run(member, channel, command, text, ask.flag("smart")), member);
  }

  /** Something said by a person; the bot does not hear of it. */
  HttpResponse message(HttpRequest request, String none) throws LocalRefusal {
    Ask ask = Ask.body(request, "user", "channel", "text", "thread_ts");
    Member member = ask.member();
    Channel channel = ask.channel(member);
    String text = ask.required("text", "hello");
    MessageContent content =
        new MessageContent(TypedText.escaped(text), JsonTrees.array(), Optional.empty());
    try {
      PostedMessage message =
          workspace
              .messages()
              .post(channel, member.id(), content, ask.text("thread_ts"), Optional.empty());
      ObjectNode tree = JsonTrees.object().put("ok", true);
      return HttpResponse.json(200, tree.<ObjectNode>set("message", Shown.message(message)));
    } catch (SlackError refused) {
      throw LocalRefusal.bad("thread_ts", "there is no such message; " + refused.getMessage());
    }
  }

  /** The Home tab, opened. */
  HttpResponse home(HttpRequest request, String none) throws LocalRefusal {
    Member member = Ask.body(request, "user").member();
    return shown.interaction(events.homeOpened(member), member);
  }

  /** The person's client was reloaded: ephemeral messages are gone. With a ts, that one alone. */
  HttpResponse forget(HttpRequest request, String none) throws LocalRefusal {
    Ask ask = Ask.body(request, "user", "ts");
    int gone = workspace.messages().forgetEphemeral(ask.member().id(), ask.text("ts"));
    return HttpResponse.json(200, JsonTrees.object().put("ok", true).put("forgotten", gone));
  }

  HttpResponse addFault(HttpRequest request, String none) throws LocalRefusal {
    Ask ask =
        Ask.body(
            request,
            "deliver",
            "method",
            "error",
            "status",
            "retry_after",
            "hang_ms",
            "per_channel_ms",
            "when",
            "ephemeral",
            "count");
    if (ask.get("ephemeral").asText().equals("lost")) {
      workspace.messages().loseEphemeral(ask.get("count").asInt(1));
    } else {
      Optional<String> refusal = FaultReader.read(ask.tree(), faults);
      if (refusal.isPresent()) {
        String[] parts = refusal.get().split(": ", 2);
        throw LocalRefusal.bad(parts[0], parts[1]);
      }
    }
    return HttpResponse.json(
        200, JsonTrees.object().put("ok", true).set("faults", faults.toJson()));
  }

  HttpResponse clearFaults(HttpRequest request, String none) {
    faults.clear();
    workspace.messages().loseEphemeral(0);
    return HttpResponse.json(200, JsonTrees.object().put("ok", true));
  }
}
