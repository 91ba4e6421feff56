// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

/** Offset and Limit, which both products' lists take alike: 20 by default, at most 100. */
public final class Paging {
  private Paging() {}

  public static long offset(Fields in) {
    return in.integer("Offset", 0, 0, Integer.MAX_VALUE, "InvalidParameter", "InvalidParameter");
  }

  public static long limit(Fields in) {
    return in.integer("Limit", 20, 1, 100, "InvalidParameter", "InvalidParameter");
  }
}
