// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import io.berth.bot.http.HttpHandler;
import io.berth.bot.http.HttpRequest;
import io.berth.bot.http.HttpResponse;
import io.berth.bot.http.Metrics;
import io.berth.bot.slack.cards.EphemeralReply;
import io.berth.bot.voice.MessagePhrase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in from Slack: is it Slack's, is it readable, is it one of our workspaces; then Bolt
 * hands it to a handler. What is refused is refused here, before anything of it was acted on.
 */
final class SlackHandler implements HttpHandler {
  /** What the verifier and Bolt read at most. */
  static final int MOST_BYTES = 256 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(SlackHandler.class);

  private final RequestVerifier verifier;
  private final Set<String> workspaces;
  private final HttpHandler bolt;
  private final Metrics metrics;

  SlackHandler(
      RequestVerifier verifier, Set<String> workspaces, HttpHandler bolt, Metrics metrics) {
    this.verifier = verifier;
    this.workspaces = Set.copyOf(workspaces);
    this.bolt = bolt;
    this.metrics = metrics;
  }

  @Override
  public HttpResponse handle(HttpRequest call) throws Exception {
    long start = System.nanoTime();
    try {
      return isSslCheck(call) ? HttpResponse.empty(200) : verified(call);
    } finally {
      metrics.slackAck(Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /**
   * Slack asks unsigned whether the certificate is good: exactly these fields and no signature, or
   * it is not that question.
   */
  private static boolean isSslCheck(HttpRequest call) {
    if (!call.header(RequestVerifier.SIGNATURE).isEmpty()
        || !call.mediaType().equals("application/x-www-form-urlencoded")) {
      return false;
    }
    Map<String, String> form = FormBody.read(call.body()).orElse(Map.of());
    return "1".equals(form.get("ssl_check"))
        && Set.of("ssl_check", "token").containsAll(form.keySet());
  }

  private HttpResponse verified(HttpRequest call) throws Exception {
    Optional<String> why = verifier.whyNot(call);
    if (why.isPresent()) {
      metrics.signatureFailure("slack", why.get());
      LOG.warn("refused a call to the Slack door: {} ({} bytes)", why.get(), call.body().length);
      return HttpResponse.refusal(401, "The request is not signed by Slack for this app.");
    }
    Optional<HttpResponse> noWork =
        DeliveryReader.read(call)
            .fold(
                understood -> stranger(understood.delivery()),
                ignored -> Optional.of(ignored(ignored.word())),
                unreadable -> Optional.of(unreadable(unreadable)));
    return noWork.isPresent() ? noWork.get() : bolt.handle(call);
  }

  private boolean allowed(Delivery delivery) {
    return delivery.workspace().isEmpty()
        || workspaces.contains(delivery.workspace()) && workspaces.contains(delivery.home());
  }

  private Optional<HttpResponse> stranger(Delivery delivery) {
    if (allowed(delivery)) {
      return Optional.empty();
    }
    metrics.strangeInteraction("foreign_workspace");
    LOG.warn("refused a {} from workspace {}", delivery.interaction(), delivery.workspace());
    return Optional.of(
        delivery.interaction() == Delivery.Interaction.COMMAND
            ? EphemeralReply.reply(MessagePhrase.FOREIGN_WORKSPACE.text())
            : HttpResponse.refusal(403, "This workspace is not among those that Berth serves."));
  }

  private HttpResponse ignored(String word) {
    if (!word.equals("view_closed") && !word.equals("ssl_check")) {
      metrics.strangeInteraction(word);
      LOG.info("ignored an interaction: {}", word);
    }
    return HttpResponse.empty(200);
  }

  private HttpResponse unreadable(Reading.Unreadable unreadable) {
    metrics.strangeInteraction("unreadable");
    LOG.warn("refused a signed body: {}", unreadable.sentence());
    return HttpResponse.refusal(unreadable.status(), unreadable.sentence());
  }
}
