// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.webapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.faults.MethodFault;
import io.berth.standin.faults.PendingFaults;
import io.berth.standin.http.HttpHandler;
import io.berth.standin.http.HttpRequest;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Workspace;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code /api/METHOD}: faults first, then the token, then the method. */
public final class WebApi implements HttpHandler {
  private final Map<String, Method> methods = new HashMap<>();
  private final byte[] token;
  private final PendingFaults faults;
  private final CallLog log;
  private final CountDownLatch closing;

  /**
   * @param token the bot's token
   * @param home the address of this server, for {@code auth.test}
   * @param closing counted down when the server stops, so that nothing hangs longer
   */
  public WebApi(
      Workspace workspace,
      String token,
      URI home,
      PendingFaults faults,
      CallLog log,
      CountDownLatch closing) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.faults = faults;
    this.log = log;
    this.closing = closing;
    methods.put("api.test", arguments -> JsonTrees.object());
    methods.putAll(new ChatMethods(workspace).methods());
    methods.putAll(new ConversationMethods(workspace).methods());
    methods.putAll(new ViewMethods(workspace).methods());
    methods.putAll(new UserMethods(home).methods());
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String method = request.path().substring("/api/".length());
    Optional<MethodFault> fault = faults.nextCall(method);
    fault.ifPresent(this::hang);
    String channel = "";
    HttpResponse out;
    try {
      Arguments arguments = Arguments.of(request);
      channel = arguments.text("channel").orElse("");
      Optional<HttpResponse> early =
          fault.filter(one -> one.fails() && !one.after()).map(WebApi::broken);
      out = early.isPresent() ? early.get() : called(method, request, arguments, channel);
    } catch (SlackError refused) {
      out = refusal(refused);
    }
    out = fault.filter(one -> one.fails() && one.after()).map(WebApi::broken).orElse(out);
    log.add(method, channel, out.status(), ending(out));
    return out;
  }

  private HttpResponse called(
      String method, HttpRequest request, Arguments arguments, String channel) throws SlackError {
    checkToken(request, arguments);
    Method known = methods.get(method);
    if (known == null) {
      throw new SlackError("unknown_method");
    }
    Optional<Long> wait = faults.tooSoon(method, channel);
    if (wait.isPresent()) {
      return limited(wait.get());
    }
    ObjectNode answer = JsonTrees.object().put("ok", true);
    answer.setAll(known.call(arguments));
    return HttpResponse.json(200, answer);
  }

  private void checkToken(HttpRequest request, Arguments arguments) throws SlackError {
    String given =
        request
            .header("authorization")
            .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
            .map(header -> header.substring(7).trim())
            .or(() -> arguments.text("token"))
            .orElseThrow(() -> new SlackError("not_authed"));
    if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token)) {
      throw new SlackError("invalid_auth");
    }
  }

  private void hang(MethodFault fault) {
    try {
      closing.await(fault.hangMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpResponse broken(MethodFault fault) {
    int status = fault.status().orElse(200);
    if (status == 429) {
      return limited(fault.retryAfter());
    }
    return fault.error().isPresent()
        ? refusal(new SlackError(fault.error().get())).withStatus(status)
        : HttpResponse.text(status, "");
  }

  private static HttpResponse limited(long seconds) {
    return refusal(new SlackError("ratelimited"))
        .withStatus(429)
        .with(Map.of("Retry-After", Long.toString(seconds)));
  }

  private static HttpResponse refusal(SlackError refused) {
    ObjectNode answer = JsonTrees.object().put("ok", false).put("error", refused.getMessage());
    List<String> details = refused.details();
    if (!details.isEmpty()) {
      details.forEach(answer.putArray("errors")::add);
      details.forEach(answer.putObject("response_metadata").putArray("messages")::add);
    }
    return HttpResponse.json(200, answer);
  }

  private static String ending(HttpResponse out) {
    return JsonTrees.read(out.body())
        .map(tree -> tree.path("ok").asBoolean() ? "ok" : tree.path("error").asText())
        .orElse("no JSON");
  }
}
