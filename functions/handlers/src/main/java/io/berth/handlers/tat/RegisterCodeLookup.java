// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.tat;

import io.berth.cloud.CloudReply;
import io.berth.contract.ErrorCode.Family;
import io.berth.contract.ErrorCodes;
import io.berth.contract.RequestMark;
import io.berth.contract.tat.DescribeRegisterCodes;
import io.berth.contract.tat.DescribeRegisterCodes.Page;
import io.berth.handlers.pipeline.RoleCloud;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the enabled codes that carry a mark. The API has no filter, so this reads page after page
 * (TAT DescribeRegisterCodes, Limit at most 100).
 */
final class RegisterCodeLookup {
  /** Twice the quota of 5000 codes. */
  private static final int MOST_PAGES = 100;

  private RegisterCodeLookup() {}

  /**
   * @param ids of enabled codes with the mark
   * @param forbidden whether the role lacks the right to list
   * @param why a clause when the list could not be read whole
   */
  record MarkedCodes(List<String> ids, boolean forbidden, String why) {}

  static MarkedCodes marked(RoleCloud cloud, String region, RequestMark mark) {
    List<String> ids = new ArrayList<>();
    long seen = 0;
    for (int n = 0; n < MOST_PAGES; n++) {
      CloudReply reply = cloud.call(DescribeRegisterCodes.page(region, seen));
      if (!(reply instanceof CloudReply.Accepted accepted)) {
        return unread(reply);
      }
      Page page = Page.from(accepted.response());
      page.codes().stream()
          .filter(code -> code.enabled() && code.mark().filter(mark::equals).isPresent())
          .forEach(code -> ids.add(code.registerCodeId()));
      seen += page.codes().size();
      if (page.codes().isEmpty() || seen >= page.total()) {
        return new MarkedCodes(List.copyOf(ids), false, "");
      }
    }
    return new MarkedCodes(List.of(), false, "the list of codes does not end");
  }

  private static MarkedCodes unread(CloudReply reply) {
    return reply.fold(
        accepted -> new MarkedCodes(List.of(), false, ""),
        refused ->
            new MarkedCodes(
                List.of(),
                ErrorCodes.of(refused.code()).family() == Family.AUTH,
                "the cloud refused the list with " + refused.code()),
        lost -> new MarkedCodes(List.of(), false, lost.why()),
        malformed -> new MarkedCodes(List.of(), false, malformed.why()));
  }
}
