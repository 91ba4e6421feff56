// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import io.berth.contract.Checked;
import io.berth.contract.Fields;
import io.berth.contract.RequestRule;
import io.berth.contract.tcr.RegistryChargePrepaid.RenewFlag;
import io.berth.contract.text.Echo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of TCR CreateInstance: Input Parameters and Error Code of its page, and what is marked
 * as inferred.
 */
final class CreateInstanceRules {
  private static final List<String> KNOWN =
      List.of(
          "Region",
          "RegistryName",
          "RegistryType",
          "TagSpecification",
          "RegistryChargeType",
          "RegistryChargePrepaid",
          "SyncTag",
          "EnableCosMAZ",
          "DeletionProtection");

  private static final int MOST_MONTHS = 36; // inferred: the document gives no range

  private final Fields in;

  private CreateInstanceRules(Fields in) {
    this.in = in;
  }

  static Checked<CreateInstance> check(Map<String, Object> json) {
    return new CreateInstanceRules(Fields.of(json, KNOWN)).check();
  }

  private Checked<CreateInstance> check() {
    String region = in.region("InvalidParameter.UnsupportedRegion");
    String name = RegistryName.check(in);
    Optional<RegistryType> type = type();
    List<Tag> tags = TagSpecification.check(in, "instance", "InvalidParameter.ErrorTagOverLimit");
    Optional<RegistryChargePrepaid> prepaid = prepaid();
    boolean syncTag = in.flag("SyncTag").orElse(false);
    boolean multiAz = in.flag("EnableCosMAZ").orElse(false);
    boolean protection = in.flag("DeletionProtection").orElse(false);
    return in.checked(
        () ->
            new CreateInstance(
                region, name, type.orElseThrow(), tags, prepaid, syncTag, multiAz, protection),
        List.of());
  }

  private Optional<RegistryType> type() {
    if (!in.has("RegistryType")) {
      return in.missing("RegistryType", RequestRule.REGISTRY_TYPE_NEEDED);
    }
    Optional<String> given = in.text("RegistryType");
    Optional<RegistryType> type = given.flatMap(RegistryType::of);
    if (given.isPresent() && type.isEmpty()) {
      Map<String, String> shown = Map.of("given", Echo.of(given.get()));
      in.refuse("RegistryType", RequestRule.REGISTRY_TYPE, "InvalidParameter", shown);
    }
    return type;
  }

  private Optional<RegistryChargePrepaid> prepaid() {
    long charge = in.integer("RegistryChargeType", 0, 0, 1, "InvalidParameter", "InvalidParameter");
    Optional<Fields> terms = in.object("RegistryChargePrepaid", List.of("Period", "RenewFlag"));
    if (charge == 1 && !in.has("RegistryChargePrepaid")) {
      // The real code is unknown; MissingParameter is inferred.
      return in.missing("RegistryChargePrepaid", RequestRule.PREPAID_NEEDED);
    }
    if (charge == 0 && in.has("RegistryChargePrepaid")) {
      in.refuse("RegistryChargePrepaid", RequestRule.PREPAID_ONLY, "InvalidParameter");
      return Optional.empty();
    }
    return terms.map(CreateInstanceRules::prepaid);
  }

  private static RegistryChargePrepaid prepaid(Fields terms) {
    if (!terms.has("Period")) {
      Map<String, String> most = Map.of("most", "" + MOST_MONTHS);
      terms.refuse("Period", RequestRule.PERIOD_NEEDED, "MissingParameter", most);
    }
    if (!terms.has("RenewFlag")) {
      terms.missing("RenewFlag", RequestRule.RENEW_FLAG_NEEDED);
    }
    long period =
        terms.integer("Period", 1, 1, MOST_MONTHS, "InvalidParameter", "InvalidParameter");
    long flag = terms.integer("RenewFlag", 0, 0, 2, "InvalidParameter", "InvalidParameter");
    return new RegistryChargePrepaid((int) period, RenewFlag.of(flag));
  }
}
