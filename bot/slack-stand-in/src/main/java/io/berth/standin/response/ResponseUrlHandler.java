// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.standin.http.FormUrlEncoding;
import io.berth.standin.http.HttpHandler;
import io.berth.standin.http.HttpRequest;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.PostedMessages;
import io.berth.standin.workspace.SlackError;
import java.nio.charset.StandardCharsets;

/** {@code /response/KEY}: what the bot posts to response URLs. No token; the URL is the secret. */
public final class ResponseUrlHandler implements HttpHandler {
  private final ResponseUrls urls;
  private final PostedMessages messages;

  public ResponseUrlHandler(ResponseUrls urls, PostedMessages messages) {
    this.urls = urls;
    this.messages = messages;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    if (!request.method().equals("POST")) {
      return HttpResponse.text(405, "method_not_allowed");
    }
    try {
      return respond(urls.use(request.path().substring(ResponseUrls.PATH.length())), request);
    } catch (SlackError gone) {
      return HttpResponse.text(404, gone.getMessage());
    }
  }

  private HttpResponse respond(ResponseTarget target, HttpRequest request) {
    try {
      ResponseMessage.of(body(request)).show(messages, target);
      return HttpResponse.text(200, "ok");
    } catch (SlackError refused) {
      return HttpResponse.text(400, refused.getMessage());
    }
  }

  private static JsonNode body(HttpRequest request) throws SlackError {
    String text = new String(request.body(), StandardCharsets.UTF_8);
    byte[] json =
        text.startsWith("payload=")
            ? FormUrlEncoding.decode(text)
                .getOrDefault("payload", "")
                .getBytes(StandardCharsets.UTF_8)
            : request.body();
    return JsonTrees.read(json)
        .filter(JsonNode::isObject)
        .orElseThrow(() -> new SlackError("invalid_payload"));
  }
}
