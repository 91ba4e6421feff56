// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tat;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import io.berth.contract.RequestMark;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * TAT {@code CreateRegisterCode}, Version 2020-10-28: a code with which machines enrol.
 *
 * @param description at most 128 characters, of which {@link #markedWith} keeps 96
 * @param instanceNamePrefix at most 32 characters
 * @param registerLimit how many machines, 1 to 10000, 10 by default
 * @param effectiveTime hours, 4 by default; above {@value #MOST_HOURS} the code never ends
 * @param ipAddressRange IPv4 or CIDR from which machines may register; absent means anywhere
 */
public record CreateRegisterCode(
    String region,
    Optional<String> description,
    Optional<String> instanceNamePrefix,
    long registerLimit,
    long effectiveTime,
    Optional<String> ipAddressRange)
    implements ApiRequest {

  /**
   * The longest time that is a time; more means permanent (TAT CreateRegisterCode, EffectiveTime).
   */
  public static final long MOST_HOURS = 99_999;

  /** The value that stands for "never ends". */
  public static final long PERMANENT = MOST_HOURS + 1;

  static final int MOST_DESCRIPTION = 128;

  /** Reads and checks the wire form; all violations at once, with the documented error codes. */
  public static Checked<CreateRegisterCode> from(Map<String, Object> json) {
    return CreateRegisterCodeRules.check(json);
  }

  @Override
  public FunctionName function() {
    return FunctionName.TAT_CREATE_REGISTER_CODE;
  }

  /** Whether the code never ends. */
  public boolean permanent() {
    return effectiveTime > MOST_HOURS;
  }

  /**
   * The same code with the mark at the end of its description, by which it is found again; the text
   * before it is cut to fit.
   */
  public CreateRegisterCode markedWith(RequestMark mark) {
    String text = description.map(CreateRegisterCode::shortened).orElse("");
    String marked = (text + " " + mark).strip();
    return new CreateRegisterCode(
        region,
        Optional.of(marked),
        instanceNamePrefix,
        registerLimit,
        effectiveTime,
        ipAddressRange);
  }

  static String shortened(String text) {
    int most = MOST_DESCRIPTION - RequestMark.RESERVED;
    boolean fits = text.codePointCount(0, text.length()) <= most;
    return fits ? text : text.substring(0, text.offsetByCodePoints(0, most));
  }

  @Override
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Region", region);
    description.ifPresent(text -> json.put("Description", text));
    instanceNamePrefix.ifPresent(prefix -> json.put("InstanceNamePrefix", prefix));
    json.put("RegisterLimit", registerLimit);
    json.put("EffectiveTime", effectiveTime);
    ipAddressRange.ifPresent(range -> json.put("IpAddressRange", range));
    return json;
  }
}
