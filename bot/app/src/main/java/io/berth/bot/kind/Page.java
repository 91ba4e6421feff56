// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import java.util.List;

/**
 * One page of a list of the cloud.
 *
 * @param total how many there are on all pages together
 */
public record Page<T>(List<T> items, long total) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Which page comes next.
   *
   * @param number of the page, from 0
   * @param rows how many came on the pages before
   */
  public record Cursor(int number, long rows) {
    /** The first page. */
    public static final Cursor FIRST = new Cursor(0, 0);
  }

  /** Where the next page begins, once this one was read at {@code cursor}. */
  public Cursor after(Cursor cursor) {
    return new Cursor(cursor.number() + 1, cursor.rows() + items.size());
  }

  /** Whether nothing comes after this page, which was read at {@code cursor}. */
  public boolean isLast(Cursor cursor) {
    return items.isEmpty() || cursor.rows() + items.size() >= total;
  }
}
