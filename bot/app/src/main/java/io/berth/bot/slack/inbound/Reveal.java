// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import io.berth.bot.kind.Handover;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.RevealResult;
import io.berth.bot.request.Requests;
import io.berth.bot.slack.cards.Modals;
import io.berth.bot.slack.cards.Notes;
import io.berth.bot.slack.outbound.Sent;
import io.berth.bot.slack.outbound.SlackApi;
import io.berth.bot.voice.MessagePhrase;
import io.berth.contract.FunctionName;
import io.berth.contract.auth.Seal;
import io.berth.contract.text.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a sealed secret once: reserve, open in memory, show in a window, wipe. When the window may
 * not have opened, the value stays and the same person may try again; a second look at one's own
 * secret does no harm, a lost one does.
 */
final class Reveal {
  private static final Logger LOG = LoggerFactory.getLogger(Reveal.class);

  private final Requests requests;
  private final Ledger ledger;
  private final SlackApi api;
  private final Map<FunctionName, List<Secret>> sealKeys;

  /**
   * @param sealKeys the Standard Webhooks secrets of each function that seals, the live one and the
   *     one before
   */
  Reveal(Requests requests, Ledger ledger, SlackApi api, Map<FunctionName, List<Secret>> sealKeys) {
    this.requests = requests;
    this.ledger = ledger;
    this.api = api;
    this.sealKeys = Map.copyOf(sealKeys);
  }

  /** Nothing when the value is on the person's screen; else the sentence to tell. */
  Optional<String> show(Request asked, Click click) {
    return requests.reveal(
        click.requester(),
        part(asked, click.action()),
        reserved -> opened(reserved, click.trigger()),
        refused -> Optional.of(refused.text()));
  }

  private static PartId part(Request asked, String action) {
    return asked.parts().stream()
        .map(Part::id)
        .filter(id -> Notes.reveal(id.number()).equals(action))
        .findFirst()
        .orElseGet(() -> PartId.whole(asked.id()));
  }

  private Optional<String> opened(RevealResult.Sealed reserved, String trigger) {
    Part part = reserved.part();
    List<Secret> keys = sealKeys.getOrDefault(part.kind().function(), List.of());
    Optional<Secret> value = Seal.open(reserved.jwe(), keys, part.id().requestId());
    if (value.isEmpty()) {
      ledger.revealFailed(part.id());
      LOG.error("the sealed value of {} does not open with any configured secret", part.id());
      return Optional.of(MessagePhrase.SECRET_DOES_NOT_OPEN.text());
    }
    Handover handover = part.kind().handover().orElseThrow();
    return shown(part, api.open(trigger, Modals.secret(part, handover, value.get())));
  }

  private Optional<String> shown(Part part, Sent sent) {
    if (sent.isDone()) {
      ledger.revealed(part.id());
      return Optional.empty();
    }
    ledger.revealFailed(part.id());
    LOG.warn("the value of {} was not shown: {}", part.id(), sent.word());
    return Optional.of(MessagePhrase.WINDOW_DID_NOT_OPEN.text("why", sent.word()));
  }
}
