// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.contract.ApiRequest;
import io.berth.contract.tat.DescribeRegisterCodes;
import io.berth.contract.tat.DisableRegisterCodes;
import java.util.List;
import java.util.Map;

/** Register codes by the mark at the end of their description (TAT DescribeRegisterCodes). */
final class CodeMarks implements MarkLookup {
  @Override
  public ApiRequest page(Parameters parameters, Page.Cursor cursor) {
    return DescribeRegisterCodes.page(parameters.region(), cursor.rows());
  }

  @Override
  public Page<Marked> read(Map<String, Object> answer) {
    DescribeRegisterCodes.Page page = DescribeRegisterCodes.Page.from(answer);
    return new Page<>(page.codes().stream().map(CodeMarks::marked).toList(), page.total());
  }

  private static Marked marked(DescribeRegisterCodes.RegisterCode code) {
    return new Marked(code.registerCodeId(), code.mark(), code.enabled(), code.registered());
  }

  @Override
  public ApiRequest disable(Parameters parameters, List<String> ids) {
    return new DisableRegisterCodes(parameters.region(), ids);
  }

  /** TAT DisableRegisterCodes, RegisterCodeIds: fewer than 100. */
  @Override
  public int mostAtOnce() {
    return 99;
  }
}
