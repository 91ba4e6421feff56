// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators ask on the admin port. */
public final class AdminRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(AdminRoutes.class);

  private AdminRoutes() {}

  /**
   * The routes of the admin port.
   *
   * @param checks by name; each says what is wrong, or nothing when all is well. One that throws is
   *     not well.
   */
  public static List<Route> routes(
      Map<String, Supplier<Optional<String>>> checks, Metrics metrics) {
    Map<String, Supplier<Optional<String>>> inOrder = new LinkedHashMap<>(checks);
    return List.of(
        Route.exact("GET", "/healthz", 0, call -> HttpResponse.json(200, Map.of("status", "ok"))),
        Route.exact("GET", "/readyz", 0, call -> ready(inOrder)),
        Route.exact("GET", "/metrics", 0, call -> text(metrics)));
  }

  private static HttpResponse text(Metrics metrics) {
    byte[] body = metrics.scrape().getBytes(UTF_8);
    return HttpResponse.of(200, "text/plain; version=0.0.4; charset=utf-8", body);
  }

  private static HttpResponse ready(Map<String, Supplier<Optional<String>>> checks) {
    Map<String, Object> reasons = new LinkedHashMap<>();
    checks.forEach((name, check) -> reasons.put(name, outcome(name, check).orElse("ok")));
    boolean ready = reasons.values().stream().allMatch("ok"::equals);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ready", ready);
    body.put("checks", reasons);
    return HttpResponse.json(ready ? 200 : 503, body);
  }

  private static Optional<String> outcome(String name, Supplier<Optional<String>> check) {
    try {
      return check.get();
    } catch (RuntimeException e) {
      LOG.warn("readiness check {} failed", name, e);
      return Optional.of("failed; the reason is in the bot's log");
    }
  }
}
