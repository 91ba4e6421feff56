// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tat;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.Fields;
import io.berth.contract.FunctionName;
import io.berth.contract.Paging;
import io.berth.contract.RequestMark;
import io.berth.contract.RequestRule;
import io.berth.contract.text.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * TAT {@code DescribeRegisterCodes}: codes without their values, which the cloud shows once only.
 *
 * @param registerCodeIds empty for all, else at most 100
 * @param offset where the page begins, from 0
 * @param limit 1 to 100
 */
public record DescribeRegisterCodes(
    String region, List<String> registerCodeIds, long offset, long limit) implements ApiRequest {
  private static final List<String> KNOWN = List.of("Region", "RegisterCodeIds", "Offset", "Limit");

  public DescribeRegisterCodes {
    registerCodeIds = List.copyOf(registerCodeIds);
  }

  /**
   * What the cloud answers.
   *
   * @param codes of this page
   * @param total of all pages
   */
  public record Page(List<RegisterCode> codes, long total) {
    public Page {
      codes = List.copyOf(codes);
    }

    /** Reads the fields of the cloud's answer, by whichever way they came. */
    public static Page from(Map<String, Object> answer) {
      JsonObject page = new JsonObject(answer);
      List<RegisterCode> codes = new ArrayList<>();
      for (JsonObject code : page.objects("RegisterCodeSet")) {
        codes.add(RegisterCode.from(code));
      }
      return new Page(codes, page.number("TotalCount"));
    }
  }

  /**
   * One code as the cloud shows it; its value is never shown again.
   *
   * @param enabled whether machines can still enrol with it
   * @param registered how many have
   */
  public record RegisterCode(
      String registerCodeId, String description, boolean enabled, long registered) {
    private static RegisterCode from(JsonObject code) {
      return new RegisterCode(
          code.text("RegisterCodeId"),
          code.text("Description"),
          code.flag("Enabled"),
          code.number("RegisteredCount"));
    }

    /** The request and attempt that made it, by the end of its description. */
    public Optional<RequestMark> mark() {
      return RequestMark.atEndOf(description);
    }
  }

  /** A page of 100 of all codes. */
  public static DescribeRegisterCodes page(String region, long offset) {
    return new DescribeRegisterCodes(region, List.of(), offset, 100);
  }

  /** Reads and checks the wire form; all violations at once. */
  public static Checked<DescribeRegisterCodes> from(Map<String, Object> json) {
    Fields in = Fields.of(json, KNOWN);
    String region = in.region("UnsupportedRegion");
    List<String> ids = in.texts("RegisterCodeIds");
    if (ids.size() > 100) {
      Map<String, String> count = Map.of("count", "" + ids.size());
      String tooLong = "InvalidParameterValue.TooLong";
      in.refuse("RegisterCodeIds", RequestRule.CODE_IDS_AT_MOST, tooLong, count);
    }
    long offset = Paging.offset(in);
    long limit = Paging.limit(in);
    return in.checked(() -> new DescribeRegisterCodes(region, ids, offset, limit), List.of());
  }

  @Override
  public FunctionName function() {
    return FunctionName.TAT_DESCRIBE_REGISTER_CODES;
  }

  @Override
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Region", region);
    if (!registerCodeIds.isEmpty()) {
      json.put("RegisterCodeIds", registerCodeIds);
    }
    json.put("Offset", offset);
    json.put("Limit", limit);
    return json;
  }
}
