// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.tables;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Details of audit rows: their keys keep the order in which they are given. */
public final class Details {
  private Details() {}

  /** Pairs of key and value; a pair whose value is null is left out. */
  public static Map<String, Object> of(@Nullable Object... pairs) {
    Map<String, Object> detail = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i + 1] != null) {
        detail.put((String) pairs[i], pairs[i + 1]);
      }
    }
    return detail;
  }
}
