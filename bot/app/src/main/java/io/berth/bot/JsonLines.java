// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import io.berth.contract.text.Json;
import io.berth.contract.text.Secret;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One JSON object per line: nothing that is logged can start a line of its own or move a terminal's
 * cursor. Long texts are cut, and secrets that this process was given are taken out by value, as
 * the last of several safeguards.
 */
public final class JsonLines extends LayoutBase<ILoggingEvent> {
  /** The name under which the logging context holds a {@code List<Secret>} to take out. */
  static final String SECRETS = "berth.secrets";

  private static final int LONGEST = 8 * 1024;

  @Override
  public String doLayout(ILoggingEvent event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("ts", Instant.ofEpochMilli(event.getTimeStamp()).toString());
    line.put("level", event.getLevel().toString());
    line.put("logger", event.getLoggerName());
    line.put("thread", event.getThreadName());
    line.put("msg", safe(event.getFormattedMessage()));
    event.getMDCPropertyMap().forEach((name, value) -> line.put(name, safe(value)));
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      line.put("error", safe(ThrowableProxyUtil.asString(thrown)));
    }
    return escapedLineEnds(Json.write(line)) + "\n";
  }

  private String safe(String text) {
    String shown = text == null ? "" : text;
    for (Secret secret : secrets()) {
      shown = shown.replace(secret.reveal(), "***");
    }
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
  }

  @SuppressWarnings("unchecked")
  private List<Secret> secrets() {
    Object secrets = getContext().getObject(SECRETS);
    return secrets == null ? List.of() : (List<Secret>) secrets;
  }

  /** JSON allows these two inside a text; a viewer of logs may break the line at them. */
  private static String escapedLineEnds(String json) {
    return json.replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
        .replace("\u0085", "\\u0085");
  }
}
