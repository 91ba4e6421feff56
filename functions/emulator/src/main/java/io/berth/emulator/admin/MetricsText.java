// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import io.berth.emulator.journal.CallMetrics;
import io.berth.emulator.state.CloudState;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What Prometheus scrapes, in its text format 0.0.4. */
final class MetricsText {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final String PREFIX = "berth_emulator_";

  private final StringBuilder text = new StringBuilder();

  private MetricsText() {}

  /**
   * @param figures counted since the process started
   * @param world what exists now
   */
  static AdminReply of(CallMetrics.Figures figures, CloudState world) {
    MetricsText metrics = new MetricsText();
    metrics.calls(figures);
    metrics.struck(figures);
    metrics.times(figures);
    metrics.resources(world);
    return AdminReply.ok(TYPE, metrics.text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void calls(CallMetrics.Figures figures) {
    head("calls_total", "counter", "Calls since the process started; a reset does not touch them.");
    figures
        .calls()
        .forEach(
            (series, count) ->
                line(
                    "calls_total",
                    label("product", series.product())
                        + ","
                        + label("version", series.version())
                        + ","
                        + label("action", series.action())
                        + ","
                        + label("code", series.code()),
                    count));
  }

  private void struck(CallMetrics.Figures figures) {
    head("faults_struck_total", "counter", "Calls that a fault rule struck, by its effect.");
    figures
        .struck()
        .forEach((effect, count) -> line("faults_struck_total", label("effect", effect), count));
  }

  private void times(CallMetrics.Figures figures) {
    String name = "call_duration_seconds";
    head(
        name, "histogram", "How long calls took, in the machine's time, waits of faults included.");
    long upTo = 0;
    for (int i = 0; i < CallMetrics.BOUNDS.size(); i++) {
      upTo += figures.buckets().get(i);
      line(name + "_bucket", label("le", seconds(CallMetrics.BOUNDS.get(i))), upTo);
    }
    List<Long> buckets = figures.buckets();
    upTo += buckets.get(buckets.size() - 1);
    line(name + "_bucket", label("le", "+Inf"), upTo);
    text.append(PREFIX + name + "_sum ").append(seconds(figures.total())).append('\n');
    text.append(PREFIX + name + "_count ").append(upTo).append('\n');
  }

  private void resources(CloudState world) {
    head("resources", "gauge", "What exists now, named as in GET /_emulator/state.");
    world
        .states()
        .forEach((kind, list) -> line("resources", label("kind", kind), list.get().size()));
  }

  private void head(String name, String type, String help) {
    text.append("# HELP " + PREFIX + name + " " + help + "\n");
    text.append("# TYPE " + PREFIX + name + " " + type + "\n");
  }

  private void line(String name, String labels, long value) {
    text.append(PREFIX + name + "{" + labels + "} ").append(value).append('\n');
  }

  private static String label(String name, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return name + "=\"" + escaped + "\"";
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString();
  }
}
