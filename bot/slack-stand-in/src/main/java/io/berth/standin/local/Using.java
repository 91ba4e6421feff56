// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.delivery.BlockActions;
import io.berth.standin.delivery.ViewSubmissions;
import io.berth.standin.http.HttpRequest;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Elements;
import io.berth.standin.workspace.Message;
import io.berth.standin.workspace.OpenView;
import io.berth.standin.workspace.Person;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Submission;
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
    Person person = ask.person();
    OpenView view = view(person, id);
    Submission submission = Submission.of(view.view().path("blocks"), ask.get("values"));
    if (!submission.problems().isEmpty()) {
      return incomplete(view, submission);
    }
    return shown.interaction(submissions.submit(person, view, submission.values()), person);
  }

  /** A form, closed without sending. */
  HttpResponse close(HttpRequest request, String id) throws LocalRefusal {
    Ask ask = Ask.body(request, "user", "values");
    Person person = ask.person();
    OpenView view = view(person, id);
    ObjectNode values = Submission.of(view.view().path("blocks"), ask.get("values")).values();
    return shown.interaction(submissions.close(person, view, values), person);
  }

  private HttpResponse actionInMessage(Ask ask) throws LocalRefusal {
    Person person = ask.person();
    Channel channel = ask.channel(person);
    String ts = ask.required("ts", "1763755200.000100");
    Message message =
        workspace
            .messages()
            .find(channel.id(), ts)
            .filter(one -> one.visibleTo(person.id()))
            .orElseThrow(
                () ->
                    new LocalRefusal(
                        404,
                        "ts",
                        person.name()
                            + " sees no message "
                            + ts
                            + " in "
                            + channel.label()
                            + "; GET /local/messages lists them."));
    Elements.Place place = place(ask, message.content().blocks(), message);
    try {
      return shown.interaction(
          clicks.inMessage(person, channel, message, place, ask.get("value")), person);
    } catch (SlackError refused) {
      throw LocalRefusal.bad("value", refused.getMessage() + ".");
    }
  }

  private HttpResponse actionInView(Ask ask) throws LocalRefusal {
    Person person = ask.person();
    OpenView view = view(person, ask.required("view_id", "V00000001"));
    JsonNode blocks = view.view().path("blocks");
    Elements.Place place = find(ask, blocks).orElseThrow(() -> noSuchAction(ask, blocks));
    ObjectNode values = Submission.of(blocks, ask.get("values")).values();
    try {
      return shown.interaction(
          clicks.inView(person, view, place, ask.get("value"), values), person);
    } catch (SlackError refused) {
      throw LocalRefusal.bad("value", refused.getMessage() + ".");
    }
  }

  private static Elements.Place place(Ask ask, ArrayNode blocks, Message message)
      throws LocalRefusal {
    Optional<Elements.Place> found = find(ask, blocks);
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

  private static Optional<Elements.Place> find(Ask ask, JsonNode blocks) throws LocalRefusal {
    return Elements.find(blocks, ask.required("action_id", "approve"), ask.text("value"));
  }

  private static LocalRefusal noSuchAction(Ask ask, JsonNode blocks) {
    return new LocalRefusal(
        404,
        "action_id",
        "there is no "
            + ask.text("action_id").orElse("")
            + " here now; there is: "
            + Elements.names(blocks)
            + ".");
  }

  private OpenView view(Person person, String id) throws LocalRefusal {
    return workspace
        .views()
        .find(id)
        .filter(one -> one.userId().equals(person.id()))
        .orElseThrow(
            () ->
                new LocalRefusal(
                    404,
                    "view",
                    person.name() + " has no form " + id + " open; GET /local/views lists them."));
  }

  private HttpResponse incomplete(OpenView view, Submission submission) {
    workspace.views().refuse(view.id(), submission.problems());
    ObjectNode tree = JsonTrees.object().put("ok", false).put("error", "incomplete");
    ObjectNode errors = tree.putObject("errors");
    submission.problems().forEach(errors::put);
    return HttpResponse.json(
        422, tree.put("message", "values: nothing was sent, the form is not complete."));
  }
}
