// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.ledger.Request;
import io.berth.bot.ledger.Task;
import io.berth.contract.RequestMark;
import io.berth.contract.tat.DescribeRegisterCodes.RegisterCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Disables the register codes that lost answers left behind, when no attempt can make one any more:
 * once after the settle time, and once again an hour after the last attempt was signed.
 */
final class Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final Duration SECOND_PASS = Duration.ofMinutes(60);

  private final Bench bench;
  private final RegisterCodes codes;

  Sweep(Bench bench, RegisterCodes codes) {
    this.bench = bench;
    this.codes = codes;
  }

  void run(Task task) throws InterruptedException {
    Request request = bench.ledger().find(task.requestId()).orElseThrow();
    String region = Parameters.code(request).region();
    Optional<List<RegisterCode>> all = codes.all(request.id(), region);
    boolean swept = all.isPresent() && disable(request, region, orphans(request, all.get()));
    if (!swept) {
      LOG.warn("request {}: sweep could not finish, again in five minutes", request.id());
      bench.work().again(task, task.step(), bench.in(Duration.ofMinutes(5)));
    } else if (task.step() == 0) {
      Instant last = FollowUps.lastSigned(bench.work().attempts(request.id()));
      bench.work().again(task, 1, last.plus(SECOND_PASS));
    } else {
      bench.work().done(task);
    }
  }

  /**
   * Codes of this request that nobody may use: all but the recorded one when it has ended, those of
   * attempts before the current one while it has not. "All but mine" while it runs could end the
   * winner.
   */
  static List<RegisterCode> orphans(Request request, List<RegisterCode> all) {
    return all.stream()
        .filter(RegisterCode::enabled)
        .filter(code -> code.mark().map(RequestMark::requestId).equals(Optional.of(request.id())))
        .filter(
            code ->
                request.state().terminal()
                    ? !Optional.of(code.registerCodeId()).equals(request.resourceId())
                    : code.mark().orElseThrow().attempt() < request.token())
        .toList();
  }

  private boolean disable(Request request, String region, List<RegisterCode> orphans)
      throws InterruptedException {
    if (orphans.isEmpty()) {
      return true;
    }
    List<String> ids = orphans.stream().map(RegisterCode::registerCodeId).toList();
    List<String> used =
        orphans.stream().filter(c -> c.registered() > 0).map(RegisterCode::registerCodeId).toList();
    if (!codes.disable(request.id(), region, ids)) {
      return false;
    }
    LOG.info("request {}: disabled orphaned codes {}", request.id(), ids);
    if (!used.isEmpty()) {
      // Nobody was ever shown this code's value, yet a machine has registered with it.
      LOG.error("ALERT request {}: orphaned codes {} were used by machines", request.id(), used);
    }
    bench.work().swept(request.id(), ids, used);
    return true;
  }
}
