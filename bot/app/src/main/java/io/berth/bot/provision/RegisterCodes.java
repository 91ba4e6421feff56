// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.contract.tat.DescribeRegisterCodes;
import io.berth.contract.tat.DescribeRegisterCodes.Page;
import io.berth.contract.tat.DescribeRegisterCodes.RegisterCode;
import io.berth.contract.tat.DisableRegisterCodes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Register codes as TAT DescribeRegisterCodes shows them, and disabling them. */
final class RegisterCodes {
  private static final int MOST_PAGES = 100;
  private static final int MOST_PASSES = 5;
  private static final int MOST_DISABLED_AT_ONCE = 99;

  private final Calls calls;

  RegisterCodes(Calls calls) {
    this.calls = calls;
  }

  /**
   * All codes of a region: read again until two passes show the same number, because a page shifts
   * when a code is made or deleted meanwhile. Empty when the cloud could not be asked.
   */
  Optional<List<RegisterCode>> all(String requestId, String region) throws InterruptedException {
    Map<String, RegisterCode> seen = new LinkedHashMap<>();
    long before = -1;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      Optional<Long> total = pass(requestId, region, seen);
      if (total.isEmpty()) {
        return Optional.empty();
      }
      if (total.get() == before) {
        break;
      }
      before = total.get();
    }
    return Optional.of(List.copyOf(seen.values()));
  }

  /** Disables codes; says whether the cloud accepted it. */
  boolean disable(String requestId, String region, List<String> ids) throws InterruptedException {
    boolean all = true;
    for (int from = 0; from < ids.size(); from += MOST_DISABLED_AT_ONCE) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + MOST_DISABLED_AT_ONCE));
      Calls.Read read = calls.read(requestId, new DisableRegisterCodes(region, some));
      all &= read.fields().isPresent();
    }
    return all;
  }

  private Optional<Long> pass(String requestId, String region, Map<String, RegisterCode> seen)
      throws InterruptedException {
    long offset = 0;
    for (int page = 0; page < MOST_PAGES; page++) {
      Calls.Read read = calls.read(requestId, DescribeRegisterCodes.page(region, offset));
      if (read.fields().isEmpty()) {
        return Optional.empty();
      }
      Page shown = Page.from(read.fields().get());
      shown.codes().forEach(code -> seen.put(code.registerCodeId(), code));
      offset += shown.codes().size();
      if (shown.codes().isEmpty() || offset >= shown.total()) {
        return Optional.of(shown.total());
      }
    }
    return Optional.of(offset);
  }
}
