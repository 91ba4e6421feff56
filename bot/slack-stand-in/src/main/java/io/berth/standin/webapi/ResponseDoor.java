// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.webapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.standin.web.Door;
import io.berth.standin.web.Forms;
import io.berth.standin.web.In;
import io.berth.standin.web.Out;
import io.berth.standin.web.Trees;
import io.berth.standin.workspace.AppReply;
import io.berth.standin.workspace.ResponseUrls;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Workspace;
import java.nio.charset.StandardCharsets;

/** {@code /response/SECRET}: the response URLs. They need no token; the URL is the secret. */
public final class ResponseDoor implements Door {
  private final Workspace workspace;

  public ResponseDoor(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Out answer(In in) {
    if (!in.method().equals("POST")) {
      return Out.text(405, "method_not_allowed");
    }
    ResponseUrls.Target target;
    try {
      target = workspace.responseUrls().use(in.path().substring("/response/".length()));
    } catch (SlackError gone) {
      return Out.text(404, gone.getMessage());
    }
    try {
      AppReply.of(body(in)).show(workspace.messages(), target);
      return Out.text(200, "ok");
    } catch (SlackError refused) {
      return Out.text(400, refused.getMessage());
    }
  }

  private static JsonNode body(In in) throws SlackError {
    String text = new String(in.body(), StandardCharsets.UTF_8);
    byte[] json =
        text.startsWith("payload=")
            ? Forms.decode(text).get("payload").getBytes(StandardCharsets.UTF_8)
            : in.body();
    return Trees.read(json)
        .filter(JsonNode::isObject)
        .orElseThrow(() -> new SlackError("invalid_payload"));
  }
}
