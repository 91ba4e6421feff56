// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What the bot counts about itself. Labels are words from short fixed lists: no user text, no ids.
 */
public final class Metrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Timer ack =
      Timer.builder("berth.slack.ack")
          .description("From the first byte of Slack's request in the door to its answer")
          .serviceLevelObjectives(
              Duration.ofMillis(10),
              Duration.ofMillis(50),
              Duration.ofMillis(100),
              Duration.ofMillis(500),
              Duration.ofSeconds(1),
              Duration.ofSeconds(3))
          .register(registry);

  /** One request of Slack was answered after this time. */
  public void slackAck(Duration time) {
    ack.record(time);
  }

  /**
   * A call was refused because of its signature; {@code source} is the door, {@code reason} a word.
   */
  public void signatureFailure(String source, String reason) {
    count("berth.signature.failures", "source", source, "reason", reason);
  }

  /** A person or program was answered; {@code outcome} is stored, info, usage or refused. */
  public void answered(String door, String outcome) {
    count("berth.answers", "door", door, "outcome", outcome);
  }

  /** Slack sent an interaction that Berth does not know, or that does not fit. */
  public void strangeInteraction(String reason) {
    count("berth.strange.interactions", "reason", reason);
  }

  /** A message was posted, put off, or given up. */
  public void outbox(String audience, String result) {
    count("berth.outbox.posts", "audience", audience, "result", result);
  }

  /** A number that is asked for when somebody looks. */
  public void gauge(String name, String description, LongSupplier value) {
    // Held strongly: a gauge whose source was collected reads NaN.
    Gauge.builder(name, value, LongSupplier::getAsLong)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  /** All of it in the Prometheus text format. */
  public String scrape() {
    return registry.scrape();
  }

  private void count(String name, String... labels) {
    Counter.builder(name).tags(labels).register(registry).increment();
  }
}
