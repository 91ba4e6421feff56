// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.webhook;

import io.berth.bot.command.Ask;
import io.berth.bot.config.WebhookCaller;
import io.berth.bot.desk.Answer;
import io.berth.bot.desk.Asker;
import io.berth.bot.desk.Desk;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.Request;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /v1/requests} asks for something, {@code GET /v1/requests/ID} says what became of it.
 * Both are signed (Standard Webhooks 1.0.0; a GET over the empty body), and a webhook-id is also
 * the key against repetition: the same id with the same body is the same request.
 */
public final class RequestsDoor {
  /** Where it stands. */
  public static final String PATH = "/v1/requests";

  private static final Logger LOG = LoggerFactory.getLogger(RequestsDoor.class);
  private static final int MOST_BYTES = 64 * 1024;

  /** Longer than anybody repeats a call; after that the stored parameters are compared instead. */
  private static final Duration REMEMBERED = Duration.ofDays(90);

  private static final String WORKSPACE = "webhook";

  private final WebhookVerifier verifier;
  private final Desk desk;
  private final Ledger ledger;

  /**
   * @param callers who may ask, and by which secrets
   * @param clock of timestamps, which may be five minutes off
   */
  public RequestsDoor(List<WebhookCaller> callers, Desk desk, Ledger ledger, Clock clock) {
    Set<FunctionName> functions =
        Set.of(FunctionName.TCR_CREATE_INSTANCE, FunctionName.TAT_CREATE_REGISTER_CODE);
    this.verifier =
        new WebhookVerifier(
            new Callers(
                callers.stream()
                    .map(c -> new Callers.Caller(c.name(), c.secrets(), functions))
                    .toList()),
            clock);
    this.desk = desk;
    this.ledger = ledger;
  }

  /**
   * Answers one HTTP request.
   *
   * @param path without query
   * @param headers all values of each header, whatever the case of its name
   * @param body the bytes as they came
   */
  public WebhookReply handle(
      String method, String path, Map<String, List<String>> headers, byte[] body) {
    boolean collection = path.equals(PATH);
    if (!collection && !path.startsWith(PATH + "/")) {
      return WebhookReply.refused(404, "NotFound", "There is nothing here; use " + PATH + ".");
    }
    String allowed = collection ? "POST" : "GET";
    if (!method.equals(allowed)) {
      return WebhookReply.refused(405, "MethodNotAllowed", "Use " + allowed + " here.")
          .with("Allow", allowed);
    }
    Map<String, List<String>> lower = Headers.lowerCase(headers);
    return tooMuch(lower, body, collection)
        .orElseGet(() -> verified(path, lower, body, collection));
  }

  private static Optional<WebhookReply> tooMuch(
      Map<String, List<String>> headers, byte[] body, boolean post) {
    if (body.length > MOST_BYTES) {
      return Optional.of(
          WebhookReply.refused(413, "BodyTooLarge", "The body may have at most 64 KB."));
    }
    return post && !Headers.isPlainJson(headers)
        ? Optional.of(
            WebhookReply.refused(
                415,
                "UnsupportedMediaType",
                "Send Content-Type: application/json in UTF-8, without Content-Encoding."))
        : Optional.empty();
  }

  private WebhookReply verified(
      String path, Map<String, List<String>> headers, byte[] body, boolean post) {
    return verifier
        .verify(headers, body)
        .fold(
            accepted ->
                post ? ask(accepted, body) : show(accepted, path.substring(PATH.length() + 1)),
            rejected -> {
              LOG.info("webhook call rejected: {}", rejected.reason());
              // One text for all reasons: which part was wrong is for the log, not for a forger.
              return WebhookReply.refused(
                  401, "Unauthorized", "The call's signature was not accepted.");
            });
  }

  private WebhookReply ask(Verified.Accepted caller, byte[] body) {
    Asked asked = Asked.read(body);
    if (asked instanceof Asked.Bad bad) {
      return WebhookReply.refused(400, bad.code(), bad.message());
    }
    // Only what can be asked for is remembered: a mended body may come under the same id.
    String key = requester(caller) + ":" + caller.webhookId();
    String hash = Digests.sha256Hex(body);
    Optional<String> before = ledger.remember(key, hash, REMEMBERED);
    return before.isPresent() && !before.get().equals(hash)
        ? otherBody()
        : submit(caller, ((Asked.Good) asked).ask(), key);
  }

  private WebhookReply submit(Verified.Accepted caller, Ask ask, String key) {
    Asker asker = new Asker(WORKSPACE, requester(caller), "");
    Answer answer = desk.submit(asker, ask, key);
    Optional<Request> request = answer.requestId().flatMap(ledger::find);
    if (request.isEmpty()) {
      return WebhookReply.refused(403, "NotAllowed", answer.text());
    }
    if (answer.kind() == Answer.Kind.REFUSED) {
      return WebhookReply.refused(409, "NameAsked", answer.text());
    }
    if (!request.get().parametersSha256().equals(ask.parameters().sha256())) {
      return otherBody();
    }
    boolean stored = answer.kind() == Answer.Kind.STORED;
    return WebhookReply.of(stored ? 202 : 200, RequestJson.of(request.get(), answer.text()))
        .with("Location", PATH + "/" + request.get().id());
  }

  private static WebhookReply otherBody() {
    return WebhookReply.refused(
        422,
        "IdempotencyMismatch",
        "This webhook-id was used with another body; use a new id for a new request.");
  }

  private WebhookReply show(Verified.Accepted caller, String given) {
    String id = given.toUpperCase(Locale.ROOT);
    Optional<Request> request = Ids.isRequestId(id) ? ledger.find(id) : Optional.<Request>empty();
    return request
        .filter(r -> r.requester().equals(requester(caller)))
        .map(r -> WebhookReply.of(200, RequestJson.of(r)))
        .orElseGet(
            () ->
                WebhookReply.refused(
                    404, "NotFound", "You have made no request of this id; look at the id."));
  }

  private static String requester(Verified.Accepted caller) {
    return new WebhookCaller(caller.caller().name(), List.of(), "").requester();
  }
}
