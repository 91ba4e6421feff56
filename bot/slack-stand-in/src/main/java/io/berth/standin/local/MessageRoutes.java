// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import io.berth.standin.delivery.TypedText;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Directory;
import io.berth.standin.workspace.Member;
import io.berth.standin.workspace.MessageContent;
import io.berth.standin.workspace.PostedMessage;
import io.berth.standin.workspace.PostedMessages;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** {@code /local/message}, {@code messages} and {@code forget}: what is said and seen. */
final class MessageRoutes {
  private final PostedMessages messages;

  MessageRoutes(Workspace workspace) {
    this.messages = workspace.messages();
  }

  /** What a member sees in a channel; without a member, what everybody sees. */
  HttpResponse list(LocalRequest request) throws LocalRefusal {
    String reader = request.text("user").isPresent() ? request.member().id() : "";
    List<PostedMessage> list = messages.visibleTo(reader);
    if (request.text("channel").isPresent()) {
      Channel channel = reader.isEmpty() ? shared(request) : request.channel(request.member());
      list = list.stream().filter(one -> one.channel().equals(channel.id())).toList();
    }
    return HttpResponse.json(200, LocalJson.ok().set("messages", LocalJson.messages(list)));
  }

  /** Something said by a member; the bot does not hear of it. */
  HttpResponse post(LocalRequest request) throws LocalRefusal {
    Member member = request.member();
    Channel channel = request.channel(member);
    String text = TypedText.escaped(request.required("text", "hello"));
    MessageContent content = new MessageContent(text, JsonTrees.array(), Optional.empty());
    Optional<String> thread = request.text("thread_ts");
    try {
      PostedMessage message =
          messages.post(channel, member.id(), content, thread, Optional.empty());
      return HttpResponse.json(200, LocalJson.ok().set("message", LocalJson.message(message)));
    } catch (SlackError refused) {
      throw LocalRefusal.bad("thread_ts", "there is no such message; " + refused.getMessage());
    }
  }

  /** The member's client was reloaded: ephemeral messages are gone. With a ts, that one alone. */
  HttpResponse forget(LocalRequest request) throws LocalRefusal {
    int gone = messages.forgetEphemeral(request.member().id(), request.text("ts"));
    return HttpResponse.json(200, LocalJson.ok().put("forgotten", gone));
  }

  private static Channel shared(LocalRequest request) throws LocalRefusal {
    Optional<Channel> channel =
        Directory.channel(request.required("channel", "#requests"))
            .filter(one -> one.directWith().isEmpty());
    return channel.orElseThrow(
        () ->
            LocalRefusal.bad(
                "channel", "without a user only #requests and #approvals can be read; add user="));
  }
}
