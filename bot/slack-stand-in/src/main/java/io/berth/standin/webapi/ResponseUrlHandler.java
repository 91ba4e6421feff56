// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.webapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.standin.http.FormUrlEncoding;
import io.berth.standin.http.HttpHandler;
import io.berth.standin.http.HttpRequest;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.AppReply;
import io.berth.standin.workspace.ResponseUrls;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Workspace;
import java.nio.charset.StandardCharsets;

/** {@code /response/SECRET}: the response URLs. They need no token; the URL is the secret. */
public final class ResponseUrlHandler implements HttpHandler {
  private final Workspace workspace;

  public ResponseUrlHandler(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    if (!request.method().equals("POST")) {
      return HttpResponse.text(405, "method_not_allowed");
    }
    ResponseUrls.Target target;
    try {
      target = workspace.responseUrls().use(request.path().substring("/response/".length()));
    } catch (SlackError gone) {
      return HttpResponse.text(404, gone.getMessage());
    }
    try {
      AppReply.of(body(request)).show(workspace.messages(), target);
      return HttpResponse.text(200, "ok");
    } catch (SlackError refused) {
      return HttpResponse.text(400, refused.getMessage());
    }
  }

  private static JsonNode body(HttpRequest request) throws SlackError {
    String text = new String(request.body(), StandardCharsets.UTF_8);
    byte[] json =
        text.startsWith("payload=")
            ? FormUrlEncoding.decode(text).get("payload").getBytes(StandardCharsets.UTF_8)
            : request.body();
    return JsonTrees.read(json)
        .filter(JsonNode::isObject)
        .orElseThrow(() -> new SlackError("invalid_payload"));
  }
}
