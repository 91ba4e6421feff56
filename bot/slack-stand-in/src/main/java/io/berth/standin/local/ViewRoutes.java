// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.blockkit.ViewState;
import io.berth.standin.delivery.Interactions;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Member;
import io.berth.standin.workspace.OpenView;
import io.berth.standin.workspace.Workspace;
import java.util.Map;

/** {@code /local/views} and {@code home}: forms and Home tabs. */
final class ViewRoutes {
  private final Workspace workspace;
  private final Interactions interactions;
  private final LocalJson json;

  ViewRoutes(Workspace workspace, Interactions interactions, LocalJson json) {
    this.workspace = workspace;
    this.interactions = interactions;
    this.json = json;
  }

  /** A member's open forms and Home tab. */
  HttpResponse list(LocalRequest request) throws LocalRefusal {
    return HttpResponse.json(200, json.putViews(LocalJson.ok(), request.member()));
  }

  /** A form, filled in and sent. */
  HttpResponse submit(LocalRequest request) throws LocalRefusal {
    Member member = request.member();
    OpenView view = view(workspace, member, request.id());
    ViewState state = state(request, view);
    return state.problems().isEmpty()
        ? json.interaction(
            interactions.viewSubmissions().submit(member, view, state.values()), member)
        : incomplete(view, state.problems());
  }

  /** A form, closed without sending. */
  HttpResponse close(LocalRequest request) throws LocalRefusal {
    Member member = request.member();
    OpenView view = view(workspace, member, request.id());
    ObjectNode values = state(request, view).values();
    return json.interaction(interactions.viewSubmissions().close(member, view, values), member);
  }

  /** The Home tab, opened. */
  HttpResponse openHome(LocalRequest request) throws LocalRefusal {
    Member member = request.member();
    return json.interaction(interactions.events().appHomeOpened(member), member);
  }

  /** The form or Home tab with this id, if this member has it. */
  static OpenView view(Workspace workspace, Member member, String id) throws LocalRefusal {
    return workspace
        .views()
        .find(id)
        .filter(one -> one.userId().equals(member.id()))
        .orElseThrow(
            () ->
                LocalRefusal.notFound(
                    "view",
                    "%s has no form %s open; GET /local/views lists them."
                        .formatted(member.name(), id)));
  }

  private static ViewState state(LocalRequest request, OpenView view) {
    return ViewState.of(view.view().path("blocks"), request.get("values"));
  }

  private HttpResponse incomplete(OpenView view, Map<String, String> problems) {
    workspace.views().refuse(view.id(), problems);
    ObjectNode tree = JsonTrees.object().put("ok", false).put("error", "incomplete");
    ObjectNode errors = tree.putObject("errors");
    problems.forEach(errors::put);
    tree.put("message", "values: nothing was sent, the form is not complete.");
    return HttpResponse.json(422, tree);
  }
}
