// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.blockkit.BlockElement;
import io.berth.standin.blockkit.ViewState;
import io.berth.standin.delivery.BlockActions;
import io.berth.standin.delivery.ViewSubmissions;
import io.berth.standin.http.HttpRequest;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Member;
import io.berth.standin.workspace.OpenView;
import io.berth.standin.workspace.PostedMessage;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Workspace;
import java.util.Optional;

/** What scripts and the page may do with buttons, menus and forms in a person's name. */
public final class Using {
  private final Workspace workspace;
  private final BlockActions clicks;
  private final ViewSubmissions submissions;
  private final Shown shown;

  public Using(Workspace workspace, BlockActions clicks, ViewSubmissions submissions) {
    this.workspace = workspace;
    this.clicks = clicks;
    this.submissions = submissions;
    this.shown = new Shown(workspace);
  }

  /** A click on, or a choice from, an element of a message, form or Home tab. */
  HttpResponse action(HttpRequest request, String none) throws LocalRefusal {
    Ask ask =
        Ask.body(
            request, "user", "channel", "ts", "action_id", "value", "earlier", "view_id", "values");
    return ask.text("view_id").isPresent() ? actionInView(ask) : actionInMessage(ask);
  }

  /** A form, filled in and sent. */
  HttpResponse submit(HttpRequest request, String id) throws LocalRefusal {
    Ask ask = Ask.body(request, "user", "values");
    Member member = ask.member();
    OpenView view = view(member, id);
    ViewState submission = ViewState.of(view.view().path("blocks"), ask.get("values"));
    if (!submission.problems().isEmpty()) {
      return incomplete(view, submission);
    }
    return shown.interaction(submissions.submit(member, view, submission.values()), member);
  }

  /** A form, closed without sending. */
  HttpResponse close(HttpRequest request, String id) throws LocalRefusal {
    Ask ask = Ask.body(request, "user", "values");
    Member member = ask.member();
    OpenView view = view(member, id);
    ObjectNode values = ViewState.of(view.view().path("blocks"), ask.get("values")).values();
    return shown.interaction(submissions.close(member, view, values), member);
  }

  private HttpResponse actionInMessage(Ask ask) throws LocalRefusal {
    Member member = ask.member();
    Channel channel = ask.channel(member);
    String ts = ask.required("ts", "1763755200.000100");
    PostedMessage message =
        workspace
            .messages()
            .find(channel.id(), ts)
            .filter(one -> one.visibleTo(member.id()))
            .orElseThrow(
                () ->
                    new LocalRefusal(
                        404,
                        "ts",
                        member.name()
                            + " sees no message "
                            + ts
                            + " in "
                            + channel.label()
                            + "; GET /local/messages lists them."));
    BlockElement place = place(ask, message.content().blocks(), message);
    try {
      return shown.interaction(
          clicks.inMessage(member, channel, message, place, ask.get("value")), member);
    } catch (SlackError refused) {
      throw LocalRefusal.bad("value", refused.getMessage() + ".");
    }
  }

  private HttpResponse actionInView(Ask ask) throws LocalRefusal {
    Member member = ask.member();
    OpenView view = view(member, ask.required("view_id", "V00000001"));
    JsonNode blocks = view.view().path("blocks");
    BlockElement place = find(ask, blocks).orElseThrow(() -> noSuchAction(ask, blocks));
    ObjectNode values = ViewState.of(blocks, ask.get("values")).values();
    try {
      return shown.interaction(
          clicks.inView(member, view, place, ask.get("value"), values), member);
    } catch (SlackError refused) {
      throw LocalRefusal.bad("value", refused.getMessage() + ".");
    }
  }

  private static BlockElement place(Ask ask, ArrayNode blocks, PostedMessage message)
      throws LocalRefusal {
    Optional<BlockElement> found = find(ask, blocks);
    if (found.isEmpty() && ask.flag("earlier")) {
      for (ArrayNode before : message.earlier()) {
        found = find(ask, before);
        if (found.isPresent()) {
          break;
        }
      }
    }
    return found.orElseThrow(() -> noSuchAction(ask, blocks));
  }

  private static Optional<BlockElement> find(Ask ask, JsonNode blocks) throws LocalRefusal {
    return BlockElement.find(blocks, ask.required("action_id", "approve"), ask.text("value"));
  }

  private static LocalRefusal noSuchAction(Ask ask, JsonNode blocks) {
    return new LocalRefusal(
        404,
        "action_id",
        "there is no "
            + ask.text("action_id").orElse("")
            + " here now; there is: "
            + BlockElement.actionIds(blocks)
            + ".");
  }

  private OpenView view(Member member, String id) throws LocalRefusal {
    return workspace
        .views()
        .find(id)
        .filter(one -> one.userId().equals(member.id()))
        .orElseThrow(
            () ->
                new LocalRefusal(
                    404,
                    "view",
                    member.name() + " has no form " + id + " open; GET /local/views lists them."));
  }

  private HttpResponse incomplete(OpenView view, ViewState submission) {
    workspace.views().refuse(view.id(), submission.problems());
    ObjectNode tree = JsonTrees.object().put("ok", false).put("error", "incomplete");
    ObjectNode errors = tree.putObject("errors");
    submission.problems().forEach(errors::put);
    return HttpResponse.json(
        422, tree.put("message", "values: nothing was sent, the form is not complete."));
  }
}
