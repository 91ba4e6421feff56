// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.webhook;

import io.berth.bot.config.WebhookCaller;
import io.berth.bot.http.HttpHandler;
import io.berth.bot.http.HttpRequest;
import io.berth.bot.http.HttpResponse;
import io.berth.bot.kind.Kind;
import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.Proposal;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.request.Answer;
import io.berth.bot.request.Requester;
import io.berth.bot.request.Requests;
import io.berth.bot.voice.WebhookPhrase;
import io.berth.contract.FunctionName;
import io.berth.contract.auth.Callers;
import io.berth.contract.auth.WebhookVerifier;
import io.berth.contract.auth.WebhookVerifier.Verified;
import io.berth.contract.text.Digests;
import io.berth.contract.text.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /v1/requests} asks for something, {@code GET /v1/requests/ID} says what became of it.
 * Both are signed (Standard Webhooks 1.0.0; a GET over the empty body), and a webhook-id is also
 * the key against repetition: the same id with the same body is the same request.
 */
public final class RequestsHandler implements HttpHandler {
  /** Where it stands. */
  public static final String PATH = "/v1/requests";

  private static final Logger LOG = LoggerFactory.getLogger(RequestsHandler.class);
  private static final int MOST_BYTES = 64 * 1024;

  /** Longer than anybody repeats a call; after that the stored parameters are compared instead. */
  private static final Duration REMEMBERED = Duration.ofDays(90);

  private static final String WORKSPACE = "webhook";

  private final WebhookVerifier verifier;
  private final Requests requests;
  private final Ledger ledger;

  /**
   * @param callers who may ask, and by which secrets
   * @param clock of timestamps, which may be five minutes off
   */
  public RequestsHandler(
      List<WebhookCaller> callers, Requests requests, Ledger ledger, Clock clock) {
    Set<FunctionName> functions =
        Kinds.ALL.stream().map(Kind::function).collect(Collectors.toUnmodifiableSet());
    this.verifier =
        new WebhookVerifier(
            new Callers(
                callers.stream()
                    .map(c -> new Callers.Caller(c.name(), c.secrets(), functions))
                    .toList()),
            clock);
    this.requests = requests;
    this.ledger = ledger;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    boolean collection = request.path().equals(PATH);
    if (!collection && !request.path().startsWith(PATH + "/")) {
      return Refusals.of(404, "NotFound", WebhookPhrase.NOTHING_HERE.text("path", PATH));
    }
    String allowed = collection ? "POST" : "GET";
    if (!request.method().equals(allowed)) {
      String message = WebhookPhrase.USE_METHOD.text("method", allowed);
      return Refusals.of(405, "MethodNotAllowed", message).with("Allow", allowed);
    }
    return tooMuch(request, collection).orElseGet(() -> verified(request, collection));
  }

  private static Optional<HttpResponse> tooMuch(HttpRequest request, boolean post) {
    if (request.body().length > MOST_BYTES) {
      return Optional.of(Refusals.of(413, "BodyTooLarge", WebhookPhrase.BODY_TOO_LARGE.text()));
    }
    return post && !isPlainJson(request)
        ? Optional.of(Refusals.of(415, "UnsupportedMediaType", WebhookPhrase.NO_PLAIN_JSON.text()))
        : Optional.empty();
  }

  private static boolean isPlainJson(HttpRequest request) {
    String type = request.onlyHeader("content-type").orElse("").toLowerCase(Locale.ROOT);
    String parameters = type.replace(" ", "").replace("\"", "");
    boolean plain =
        parameters.equals("application/json")
            || parameters.equals("application/json;charset=utf-8");
    return plain && request.header("content-encoding").isEmpty();
  }

  private HttpResponse verified(HttpRequest request, boolean post) {
    return verifier
        .verify(request.headers(), request.body())
        .fold(
            accepted ->
                post
                    ? ask(accepted, request.body())
                    : show(accepted, request.path().substring(PATH.length() + 1)),
            rejected -> {
              LOG.info("webhook call rejected: {}", rejected.reason());
              // One text for all reasons: which part was wrong is for the log, not for a forger.
              return Refusals.of(401, "Unauthorized", WebhookPhrase.NOT_ACCEPTED.text());
            });
  }

  private HttpResponse ask(Verified.Accepted caller, byte[] body) {
    return WebhookRequest.read(body)
        .fold(
            good -> ask(caller, good.proposal(), body),
            bad -> Refusals.of(400, bad.code(), bad.message()));
  }

  private HttpResponse ask(Verified.Accepted caller, Proposal proposal, byte[] body) {
    String key = requester(caller) + ":" + caller.webhookId();
    String hash = Digests.sha256Hex(body);
    return ledger.remembered(key).filter(before -> !before.equals(hash)).isPresent()
        ? otherBody()
        : submit(caller, proposal, key, hash);
  }

  private HttpResponse submit(
      Verified.Accepted caller, Proposal proposal, String key, String hash) {
    Requester requester = new Requester(WORKSPACE, requester(caller), "");
    Answer answer = requests.submit(requester, proposal, key);
    Optional<Request> request = answer.requestId().flatMap(ledger::find);
    if (request.isEmpty()) {
      return Refusals.of(403, "NotAllowed", answer.text());
    }
    if (answer.result() == Answer.Result.REFUSED) {
      return Refusals.of(409, "NameAsked", answer.text());
    }
    if (!request.get().sha256().equals(proposal.sha256())) {
      return otherBody();
    }
    boolean stored = answer.result() == Answer.Result.STORED;
    if (stored) {
      // Only what is stored is remembered: a mended body may come under the id of a refused one.
      ledger.remember(key, hash, REMEMBERED);
    }
    return HttpResponse.json(stored ? 202 : 200, RequestJson.of(request.get(), answer.text()))
        .with("Location", PATH + "/" + request.get().id());
  }

  private static HttpResponse otherBody() {
    return Refusals.of(422, "IdempotencyMismatch", WebhookPhrase.OTHER_BODY.text());
  }

  private HttpResponse show(Verified.Accepted caller, String given) {
    String id = given.toUpperCase(Locale.ROOT);
    Optional<Request> request = Ids.isRequestId(id) ? ledger.find(id) : Optional.<Request>empty();
    return request
        .filter(r -> r.requester().equals(requester(caller)))
        .map(r -> HttpResponse.json(200, RequestJson.of(r)))
        .orElseGet(() -> Refusals.of(404, "NotFound", WebhookPhrase.NO_SUCH_REQUEST.text()));
  }

  private static String requester(Verified.Accepted caller) {
    return new WebhookCaller(caller.caller().name(), List.of(), "").requester();
  }
}
