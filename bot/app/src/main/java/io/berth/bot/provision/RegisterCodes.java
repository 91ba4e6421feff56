// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.contract.RequestMark;
import io.berth.contract.tat.DescribeRegisterCodes;
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

  /** One code; its value is never shown again. */
  record Code(String id, Optional<RequestMark> mark, boolean enabled, long registered) {}

  /**
   * All codes of a region: read again until two passes show the same number, because a page shifts
   * when a code is made or deleted meanwhile. Empty when the cloud could not be asked.
   */
  Optional<List<Code>> all(String requestId, String region) throws InterruptedException {
    Map<String, Code> seen = new LinkedHashMap<>();
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

  private Optional<Long> pass(String requestId, String region, Map<String, Code> seen)
      throws InterruptedException {
    long offset = 0;
    for (int page = 0; page < MOST_PAGES; page++) {
      Calls.Read read = calls.read(requestId, DescribeRegisterCodes.page(region, offset));
      if (read.fields().isEmpty()) {
        return Optional.empty();
      }
      List<Code> codes = codes(read.fields().get());
      codes.forEach(code -> seen.put(code.id(), code));
      offset += codes.size();
      long total = read.fields().get().get("TotalCount") instanceof Long count ? count : 0;
      if (codes.isEmpty() || offset >= total) {
        return Optional.of(total);
      }
    }
    return Optional.of(offset);
  }

  private static List<Code> codes(Map<String, Object> fields) {
    return Registries.objects(fields.get("RegisterCodeSet")).stream()
        .map(
            code ->
                new Code(
                    Registries.text(code, "RegisterCodeId"),
                    RequestMark.atEndOf(Registries.text(code, "Description")),
                    Boolean.TRUE.equals(code.get("Enabled")),
                    code.get("RegisteredCount") instanceof Long count ? count : 0))
        .toList();
  }
}
