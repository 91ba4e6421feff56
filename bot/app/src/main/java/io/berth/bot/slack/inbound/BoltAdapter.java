// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.Slack;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import io.berth.bot.http.HttpHandler;
import io.berth.bot.http.HttpRequest;
import io.berth.bot.http.HttpResponse;
import io.berth.bot.slack.cards.Cards;
import io.berth.bot.slack.cards.Modals;
import io.berth.bot.slack.cards.Notes;
import io.berth.contract.text.Secret;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bolt without any of its servers: takes a call that our own verifier let through, and lets Bolt
 * find the handler. The middleware is ours, so that starting asks Slack nothing (Bolt's own asks
 * auth.test) and so that two signing secrets can be live.
 */
final class BoltAdapter implements HttpHandler {
  private final App app;
  private final SlackRequestParser parser;

  /** Who does the work of each kind of delivery. */
  record Handlers(Commands commands, Clicks clicks, DenyForm denyForm) {}

  /** The app; nothing is asked of Slack. */
  BoltAdapter(
      Slack slack,
      Secret botToken,
      List<Secret> signingSecrets,
      Clock clock,
      String command,
      Handlers handlers) {
    AppConfig config =
        AppConfig.builder()
            .slack(slack)
            .signingSecret(signingSecrets.get(0).reveal())
            .unmatchedRequestHandler(request -> Response.ok())
            .build();
    this.app =
        new App(config, slack, List.of(signature(signingSecrets, clock), authorization(botToken)));
    this.parser = new SlackRequestParser(app.config());
    app.command(command, handlers.commands()::handle);
    app.blockAction(Cards.APPROVE, handlers.clicks()::approve);
    app.blockAction(Cards.DENY, handlers.clicks()::deny);
    app.blockAction(Notes.REVEALS, handlers.clicks()::reveal);
    app.viewSubmission(Modals.DENY_FORM, handlers.denyForm()::submitted);
    app.start();
  }

  @Override
  public HttpResponse handle(HttpRequest call) throws Exception {
    SlackRequestParser.HttpRequest http =
        SlackRequestParser.HttpRequest.builder()
            .requestUri(call.path())
            .queryString(Map.of())
            .headers(new RequestHeaders(call.headers()))
            .requestBody(new String(call.body(), UTF_8))
            .remoteAddress("")
            .build();
    return reply(app.run(parser.parse(http)));
  }

  private static HttpResponse reply(Response response) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (response.getContentType() != null && response.getBody() != null) {
      headers.put("Content-Type", response.getContentType());
    }
    String body = response.getBody() == null ? "" : response.getBody();
    return new HttpResponse(response.getStatusCode(), headers, body.getBytes(UTF_8));
  }

  /** Bolt's own check, once more, behind ours. */
  private static Middleware signature(List<Secret> secrets, Clock clock) {
    List<SlackSignature.Verifier> verifiers =
        secrets.stream()
            .map(secret -> new SlackSignature.Generator(secret.reveal()))
            .map(SlackSignature.Verifier::new)
            .toList();
    return (request, response, chain) -> {
      boolean valid = verifiers.stream().anyMatch(one -> valid(one, request, clock));
      return valid ? chain.next(request) : Response.error(401);
    };
  }

  private static boolean valid(SlackSignature.Verifier verifier, Request<?> request, Clock clock) {
    RequestHeaders headers = request.getHeaders();
    return verifier.isValid(
        headers.getFirstValue(SlackSignature.HeaderNames.X_SLACK_REQUEST_TIMESTAMP),
        request.getRequestBodyAsString(),
        headers.getFirstValue(SlackSignature.HeaderNames.X_SLACK_SIGNATURE),
        clock.millis());
  }

  private static Middleware authorization(Secret botToken) {
    return (request, response, chain) -> {
      request.getContext().setBotToken(botToken.reveal());
      return chain.next(request);
    };
  }
}
