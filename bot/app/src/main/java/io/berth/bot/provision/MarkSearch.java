// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.kind.MarkLookup;
import io.berth.bot.kind.MarkLookup.Marked;
import io.berth.bot.kind.Page;
import io.berth.bot.ledger.model.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything of a kind that has no names, as the cloud lists it, and disabling some of it. */
final class MarkSearch {
  private static final int MOST_PAGES = 100;
  private static final int MOST_PASSES = 5;

  private final Calls calls;

  MarkSearch(Calls calls) {
    this.calls = calls;
  }

  /**
   * All of them: read again until two passes show the same number, because a page shifts when one
   * is made or deleted meanwhile. Empty when the cloud could not be asked.
   */
  Optional<List<Marked>> all(Part part, MarkLookup lookup) throws InterruptedException {
    Map<String, Marked> seen = new LinkedHashMap<>();
    long before = -1;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      Optional<Long> total = pass(part, lookup, seen);
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

  private Optional<Long> pass(Part part, MarkLookup lookup, Map<String, Marked> seen)
      throws InterruptedException {
    Page.Cursor cursor = Page.Cursor.FIRST;
    while (cursor.number() < MOST_PAGES) {
      Calls.Read read = calls.read(part.id().requestId(), lookup.page(part.parameters(), cursor));
      if (read.fields().isEmpty()) {
        return Optional.empty();
      }
      Page<Marked> page = lookup.read(read.fields().get());
      page.items().forEach(item -> seen.put(item.id(), item));
      if (page.isLast(cursor)) {
        return Optional.of(page.total());
      }
      cursor = page.after(cursor);
    }
    return Optional.of(cursor.rows());
  }

  /** Disables these; says whether the cloud accepted it. */
  boolean disable(Part part, MarkLookup lookup, List<String> ids) throws InterruptedException {
    boolean all = true;
    int most = lookup.mostAtOnce();
    for (int from = 0; from < ids.size(); from += most) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + most));
      Calls.Read read = calls.read(part.id().requestId(), lookup.disable(part.parameters(), some));
      all &= read.fields().isPresent();
    }
    return all;
  }
}
