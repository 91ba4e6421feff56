// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.kind.NameLookup;
import io.berth.bot.kind.Page;
import io.berth.bot.kind.Parameters;
import java.util.ArrayList;
import java.util.List;

/** Looks for something by its name, on all pages of the cloud's list. */
final class NameSearch {
  private static final int MOST_PAGES = 50;

  private final Calls calls;

  NameSearch(Calls calls) {
    this.calls = calls;
  }

  /** Names are compared here, because a filter of the cloud may match a part of a name. */
  Lookup find(String requestId, NameLookup lookup, Parameters parameters)
      throws InterruptedException {
    List<NameLookup.NamedResource> found = new ArrayList<>();
    Page.Cursor cursor = Page.Cursor.FIRST;
    while (cursor.number() < MOST_PAGES) {
      Calls.Read read = calls.read(requestId, lookup.page(parameters, cursor));
      if (read.fields().isEmpty()) {
        return new Lookup.Failed(read.why());
      }
      Page<NameLookup.NamedResource> page = lookup.read(read.fields().get());
      page.items().stream()
          .filter(item -> item.name().equals(lookup.name(parameters)))
          .forEach(found::add);
      if (page.isLast(cursor)) {
        return Lookup.of(found);
      }
      cursor = page.after(cursor);
    }
    return new Lookup.Failed("more than " + MOST_PAGES + " pages");
  }
}
