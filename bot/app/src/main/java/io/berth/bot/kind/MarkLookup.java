// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.contract.ApiRequest;
import io.berth.contract.RequestMark;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds things that have no name of their own by the mark of the attempt that made them. */
public interface MarkLookup {
  /** The call that reads one page of all of them. */
  ApiRequest page(Parameters parameters, Page.Cursor cursor);

  /** What the call answered. */
  Page<Marked> read(Map<String, Object> answer);

  /**
   * The call that disables some of them, at most {@link #mostAtOnce()}.
   *
   * @param parameters of the request that they were made for
   */
  ApiRequest disable(Parameters parameters, List<String> ids);

  /** How many can be disabled by one call. */
  int mostAtOnce();

  /**
   * Something that is there.
   *
   * @param mark empty when it is not one of ours
   * @param enabled whether it can still be used
   * @param uses how often it was used
   */
  record Marked(String id, Optional<RequestMark> mark, boolean enabled, long uses) {}
}
