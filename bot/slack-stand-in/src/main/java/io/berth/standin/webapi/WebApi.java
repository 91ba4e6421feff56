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
import java.util.function.Supplier;

/** {@code /api/METHOD}: faults first, then the token, then the method. */
public final class WebApi implements HttpHandler {
  private final Map<String, WebApiMethod> methods;
  private final byte[] token;
  private final PendingFaults faults;
  private final CallLog log;

  /**
   * @param home the address of this server, for {@code auth.test}
   * @param token the bot's token
   */
  public WebApi(Workspace workspace, URI home, String token, PendingFaults faults, CallLog log) {
    this.methods = methods(workspace, home);
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.faults = faults;
    this.log = log;
  }

  /** Every method there is, by its name. */
  private static Map<String, WebApiMethod> methods(Workspace workspace, URI home) {
    Map<String, WebApiMethod> methods = new HashMap<>();
    methods.put("api.test", arguments -> JsonTrees.object());
    methods.putAll(new ChatMethods(workspace).methods());
    methods.putAll(new ConversationMethods(workspace).methods());
    methods.putAll(new ViewMethods(workspace).methods());
    methods.putAll(new UserMethods(home).methods());
    return methods;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String method = request.path().substring("/api/".length());
    Optional<MethodFault> fault = faults.nextCall(method);
    fault.ifPresent(faults::hang);
    try {
      MethodArguments arguments = MethodArguments.of(request);
      String channel = arguments.text("channel").orElse("");
      return logged(method, channel, faulty(fault, () -> answer(method, request, arguments)));
    } catch (SlackError malformed) {
      return logged(method, "", faulty(fault, () -> refusal(malformed)));
    }
  }

  private HttpResponse logged(String method, String channel, HttpResponse response) {
    log.add(method, channel, response.status(), result(response));
    return response;
  }

  /** The answer, or the failure in its place: before the work is done, or after. */
  private static HttpResponse faulty(Optional<MethodFault> fault, Supplier<HttpResponse> answer) {
    Optional<HttpResponse> failure = fault.filter(MethodFault::fails).map(WebApi::failure);
    if (fault.filter(MethodFault::after).isPresent()) {
      HttpResponse lost = answer.get();
      return failure.orElse(lost);
    }
    return failure.orElseGet(answer);
  }

  private HttpResponse answer(String method, HttpRequest request, MethodArguments arguments) {
    try {
      checkToken(request, arguments);
      return call(method, arguments);
    } catch (SlackError refused) {
      return refusal(refused);
    }
  }

  private HttpResponse call(String method, MethodArguments arguments) throws SlackError {
    WebApiMethod known = methods.get(method);
    if (known == null) {
      throw new SlackError("unknown_method");
    }
    Optional<Long> wait = faults.retryAfter(method, arguments.text("channel").orElse(""));
    if (wait.isPresent()) {
      return limited(wait.get());
    }
    ObjectNode answer = JsonTrees.object().put("ok", true);
    answer.setAll(known.call(arguments));
    return HttpResponse.json(200, answer);
  }

  private void checkToken(HttpRequest request, MethodArguments arguments) throws SlackError {
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

  private static HttpResponse failure(MethodFault fault) {
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
        .withHeaders(Map.of("Retry-After", Long.toString(seconds)));
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

  private static String result(HttpResponse response) {
    return JsonTrees.read(response.body())
        .map(tree -> tree.path("ok").asBoolean() ? "ok" : tree.path("error").asText())
        .orElse("no JSON");
  }
}
