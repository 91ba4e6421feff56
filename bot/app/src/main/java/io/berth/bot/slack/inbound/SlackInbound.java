// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import com.slack.api.Slack;
import io.berth.bot.config.SlackConfig;
import io.berth.bot.http.Metrics;
import io.berth.bot.http.Route;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.request.Requests;
import io.berth.bot.slack.cards.Buttons;
import io.berth.bot.slack.outbound.SlackApi;
import io.berth.contract.FunctionName;
import io.berth.contract.text.Secret;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/** Wires what Slack's requests go through. */
public final class SlackInbound {
  private SlackInbound() {}

  /**
   * Where Slack's requests come in.
   *
   * @param sealKeys the secrets that open what each function seals
   * @param afterwards runs what calls Slack once a click is acknowledged
   * @throws IllegalArgumentException when the signing secret is too short to be one
   */
  public static Route route(
      SlackConfig config,
      Slack slack,
      SlackApi api,
      Buttons buttons,
      Requests requests,
      Ledger ledger,
      Map<FunctionName, List<Secret>> sealKeys,
      Executor afterwards,
      Clock clock,
      Metrics metrics) {
    List<Secret> signing = List.of(config.signingSecret());
    DenyForm denyForm = new DenyForm(buttons, requests, metrics);
    Clicks clicks =
        new Clicks(
            ledger,
            buttons,
            new Places(ledger, config.approvalsChannel()),
            requests,
            denyForm,
            new Reveal(requests, ledger, api, sealKeys),
            new AfterAck(api, afterwards),
            metrics);
    BoltAdapter.Handlers handlers =
        new BoltAdapter.Handlers(new Commands(requests, metrics), clicks, denyForm);
    BoltAdapter bolt =
        new BoltAdapter(slack, config.botToken(), signing, clock, config.command(), handlers);
    RequestVerifier verifier = new RequestVerifier(signing, ledger::firstSight, clock);
    SlackHandler handler =
        new SlackHandler(verifier, Set.copyOf(config.workspaces()), bolt, metrics);
    return Route.exact("POST", "/slack/events", SlackHandler.MOST_BYTES, handler);
  }
}
