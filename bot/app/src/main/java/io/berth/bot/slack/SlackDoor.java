// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import io.berth.bot.http.Call;
import io.berth.bot.http.Door;
import io.berth.bot.http.Metrics;
import io.berth.bot.http.Reply;
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
final class SlackDoor implements Door {
  /** What the verifier and Bolt read at most. */
  static final int MOST_BYTES = 256 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(SlackDoor.class);

  private final RequestVerifier verifier;
  private final Set<String> workspaces;
  private final Door bolt;
  private final Metrics metrics;

  SlackDoor(RequestVerifier verifier, Set<String> workspaces, Door bolt, Metrics metrics) {
    this.verifier = verifier;
    this.workspaces = Set.copyOf(workspaces);
    this.bolt = bolt;
    this.metrics = metrics;
  }

  @Override
  public Reply handle(Call call) throws Exception {
    long start = System.nanoTime();
    try {
      return isSslCheck(call) ? Reply.empty(200) : verified(call);
    } finally {
      metrics.slackAck(Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /**
   * Slack asks unsigned whether the certificate is good: exactly these fields and no signature, or
   * it is not that question.
   */
  private static boolean isSslCheck(Call call) {
    if (!call.header(RequestVerifier.SIGNATURE).isEmpty()
        || !call.mediaType().equals("application/x-www-form-urlencoded")) {
      return false;
    }
    Map<String, String> form = FormBody.read(call.body()).orElse(Map.of());
    return "1".equals(form.get("ssl_check"))
        && Set.of("ssl_check", "token").containsAll(form.keySet());
  }

  private Reply verified(Call call) throws Exception {
    Optional<String> why = verifier.whyNot(call);
    if (why.isPresent()) {
      metrics.signatureFailure("slack", why.get());
      LOG.warn("refused a call to the Slack door: {} ({} bytes)", why.get(), call.body().length);
      return Reply.refusal(401, "The request is not signed by Slack for this app.");
    }
    Reading reading = DeliveryReader.read(call);
    if (reading instanceof Reading.Understood understood) {
      return allowed(understood.delivery()) ? bolt.handle(call) : stranger(understood.delivery());
    }
    return reading.fold(delivery -> Reply.empty(200), this::ignored, this::unreadable);
  }

  private boolean allowed(Delivery delivery) {
    return delivery.workspace().isEmpty()
        || workspaces.contains(delivery.workspace()) && workspaces.contains(delivery.home());
  }

  private Reply stranger(Delivery delivery) {
    metrics.strangeInteraction("foreign_workspace");
    LOG.warn("refused a {} from workspace {}", delivery.kind(), delivery.workspace());
    return delivery.kind() == Delivery.Kind.COMMAND
        ? Whisper.reply(
            "This workspace is not among those that Berth serves; ask its operators to add it.")
        : Reply.refusal(403, "This workspace is not among those that Berth serves.");
  }

  private Reply ignored(String word) {
    if (!word.equals("view_closed") && !word.equals("ssl_check")) {
      metrics.strangeInteraction(word);
      LOG.info("ignored an interaction: {}", word);
    }
    return Reply.empty(200);
  }

  private Reply unreadable(Reading.Unreadable unreadable) {
    metrics.strangeInteraction("unreadable");
    LOG.warn("refused a signed body: {}", unreadable.sentence());
    return Reply.refusal(unreadable.status(), unreadable.sentence());
  }
}
