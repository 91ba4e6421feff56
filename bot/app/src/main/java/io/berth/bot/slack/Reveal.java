// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.Request;
import io.berth.bot.ledger.RevealResult;
import io.berth.contract.auth.Seal;
import io.berth.contract.text.Secret;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a sealed register code once: reserve, open in memory, show in a window, wipe. When the
 * window may not have opened, the value stays and the same person may try again; a second look at
 * one's own code does no harm, a lost one does.
 */
final class Reveal {
  private static final Logger LOG = LoggerFactory.getLogger(Reveal.class);

  private final Ledger ledger;
  private final SlackApi api;
  private final List<Secret> sealKeys;

  /**
   * @param sealKeys the Standard Webhooks secrets of the function that seals, the live one and the
   *     one before
   */
  Reveal(Ledger ledger, SlackApi api, List<Secret> sealKeys) {
    this.ledger = ledger;
    this.api = api;
    this.sealKeys = List.copyOf(sealKeys);
  }

  /** Nothing when the value is on the person's screen; else the sentence to tell. */
  Optional<String> show(Request asked, String user, String trigger) {
    return ledger
        .reveal(asked.id(), user)
        .fold(reserved -> opened(reserved, trigger), refused -> Optional.of(refused.sentence()));
  }

  private Optional<String> opened(RevealResult.Sealed reserved, String trigger) {
    Request request = reserved.request();
    Optional<Secret> value = Seal.open(reserved.jwe(), sealKeys, request.id());
    if (value.isEmpty()) {
      ledger.revealFailed(request.id());
      LOG.error(
          "the sealed value of request {} does not open with any configured secret", request.id());
      return Optional.of(
          "The value cannot be opened with the secrets that Berth has now. Ask a platform engineer; it is still kept.");
    }
    return shown(request, api.open(trigger, Forms.code(request, value.get())));
  }

  private Optional<String> shown(Request request, Sent sent) {
    if (sent instanceof Sent.Done) {
      ledger.revealed(request.id());
      return Optional.empty();
    }
    ledger.revealFailed(request.id());
    LOG.warn("the value of request {} was not shown: {}", request.id(), sent.word());
    return Optional.of("The window did not open (" + sent.word() + "); press Reveal again.");
  }
}
