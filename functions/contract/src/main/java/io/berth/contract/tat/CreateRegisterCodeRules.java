// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tat;

import io.berth.contract.Checked;
import io.berth.contract.Fields;
import io.berth.contract.Note;
import io.berth.contract.RequestMark;
import io.berth.contract.RequestRule;
import io.berth.contract.text.Echo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of TAT CreateRegisterCode: Input Parameters and Error Code of its page, and what is
 * marked as inferred.
 */
final class CreateRegisterCodeRules {
  private static final List<String> KNOWN =
      List.of(
          "Region",
          "Description",
          "InstanceNamePrefix",
          "RegisterLimit",
          "EffectiveTime",
          "IpAddressRange");
  private static final String TOO_SMALL = "InvalidParameterValue.TooSmall";
  private static final String TOO_LARGE = "InvalidParameterValue.TooLarge";
  private static final String TOO_LONG = "InvalidParameterValue.TooLong";

  private CreateRegisterCodeRules() {}

  static Checked<CreateRegisterCode> check(Map<String, Object> json) {
    Fields in = Fields.of(json, KNOWN);
    List<Note> notes = new ArrayList<>();
    String region = in.region("UnsupportedRegion");
    Optional<String> description = description(in, notes);
    Optional<String> prefix = in.text("InstanceNamePrefix", 32, TOO_LONG);
    long limit = in.integer("RegisterLimit", 10, 1, 10_000, TOO_SMALL, TOO_LARGE);
    // The document gives no upper end: everything above 99999 is permanent. 0 and less: inferred.
    long hours = in.integer("EffectiveTime", 4, 1, Integer.MAX_VALUE, TOO_SMALL, TOO_LARGE);
    Optional<String> range = range(in, notes);
    return in.checked(
        () -> new CreateRegisterCode(region, description, prefix, limit, hours, range), notes);
  }

  private static Optional<String> description(Fields in, List<Note> notes) {
    int most = CreateRegisterCode.MOST_DESCRIPTION;
    Optional<String> text = in.text("Description");
    int length = text.map(t -> t.codePointCount(0, t.length())).orElse(0);
    int left = most - RequestMark.RESERVED;
    Map<String, String> arguments =
        Map.of("length", "" + length, "most", "" + most, "left", "" + left);
    if (length > most) {
      in.refuse("Description", RequestRule.DESCRIPTION_LENGTH, TOO_LONG, arguments);
    } else if (length > left) {
      notes.add(new Note("Description", Note.Remark.DESCRIPTION_IS_CUT, arguments));
    }
    return text.filter(t -> !t.isBlank());
  }

  private static Optional<String> range(Fields in, List<Note> notes) {
    Optional<String> given = in.text("IpAddressRange").filter(text -> !text.isEmpty());
    Optional<Cidr> cidr = given.flatMap(Cidr::of);
    if (given.isPresent() && cidr.isEmpty()) {
      // The code is inferred: the page names none for it.
      Map<String, String> shown = Map.of("given", Echo.of(given.get()));
      in.refuse("IpAddressRange", RequestRule.ADDRESS_RANGE, "InvalidParameter", shown);
    }
    cidr.filter(Cidr::hasHostBits).ifPresent(c -> notes.add(network(given.get(), c)));
    return given;
  }

  private static Note network(String given, Cidr range) {
    return new Note(
        "IpAddressRange", Note.Remark.NETWORK, Map.of("given", given, "network", range.network()));
  }
}
