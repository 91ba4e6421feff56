// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import io.berth.contract.Checked;
import io.berth.contract.Fields;
import io.berth.contract.tcr.RegistryChargePrepaid.RenewFlag;
import io.berth.contract.text.Echo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  private static final int MOST_TAGS = 10;
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
    List<Tag> tags = tags();
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
    String choice = "basic, standard or premium";
    if (!in.has("RegistryType")) {
      return in.missing("RegistryType", "give " + choice);
    }
    Optional<String> given = in.text("RegistryType");
    Optional<RegistryType> type = given.flatMap(RegistryType::of);
    if (given.isPresent() && type.isEmpty()) {
      in.refuse(
          "RegistryType",
          "enum",
          "InvalidParameter",
          "RegistryType "
              + Echo.of(given.get())
              + " is not one of "
              + choice
              + " (in lower case).");
    }
    return type;
  }

  private List<Tag> tags() {
    Optional<Fields> specification = in.object("TagSpecification", List.of("ResourceType", "Tags"));
    specification
        .flatMap(s -> s.text("ResourceType"))
        .filter(type -> !type.equals("instance"))
        .ifPresent(
            type ->
                in.refuse(
                    "TagSpecification.ResourceType",
                    "enum",
                    "InvalidParameter",
                    "TagSpecification.ResourceType must be 'instance', or left out."));
    specification
        .filter(s -> !s.has("Tags"))
        .ifPresent(
            s -> s.missing("Tags", "give a list of Key and Value, or leave TagSpecification out"));
    return specification.map(this::tags).orElse(List.of());
  }

  private List<Tag> tags(Fields specification) {
    List<Tag> tags = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    List<Fields> given = specification.objects("Tags", List.of("Key", "Value"));
    for (Fields tag : given) {
      String key = key(tag, keys);
      String value =
          tag.has("Value")
              ? tag.text("Value", 255, "InvalidParameter").orElse("")
              : tag.<String>missing("Value", "give one, it may be empty").orElse("");
      tags.add(new Tag(key, value));
    }
    if (given.size() >= MOST_TAGS) {
      specification.refuse(
          "Tags",
          "count",
          "InvalidParameter.ErrorTagOverLimit",
          "TagSpecification.Tags has "
              + given.size()
              + " tags; the API takes at most 10 and Berth's own request tag is one of them, so give at most 9.");
    }
    return tags;
  }

  private static String key(Fields tag, Set<String> keys) {
    String key = tag.text("Key", 127, "InvalidParameter").orElse("");
    if (key.isBlank()) {
      tag.refuse(
          "Key",
          "required",
          "InvalidParameter",
          tag.at("Key") + " is empty; every tag needs a key.");
    } else if (key.equals(Tag.REQUEST_KEY)) {
      tag.refuse(
          "Key",
          "reserved",
          "InvalidParameter",
          "The tag key "
              + Tag.REQUEST_KEY
              + " is a reserved tag key: Berth marks its requests with it; choose another.");
    } else if (!keys.add(key)) {
      tag.refuse(
          "Key",
          "duplicate",
          "InvalidParameter",
          "The tag key " + Echo.of(key) + " is given twice; give each key once.");
    }
    return key;
  }

  private Optional<RegistryChargePrepaid> prepaid() {
    long charge = in.integer("RegistryChargeType", 0, 0, 1, "InvalidParameter", "InvalidParameter");
    Optional<Fields> terms = in.object("RegistryChargePrepaid", List.of("Period", "RenewFlag"));
    if (charge == 1 && !in.has("RegistryChargePrepaid")) {
      // The real code is unknown; MissingParameter is inferred.
      return in.missing(
          "RegistryChargePrepaid",
          "prepaid (RegistryChargeType 1) needs Period in months and RenewFlag");
    }
    if (charge == 0 && in.has("RegistryChargePrepaid")) {
      in.refuse(
          "RegistryChargePrepaid",
          "conflict",
          "InvalidParameter",
          "RegistryChargePrepaid is only for prepaid; set RegistryChargeType to 1 or leave it out.");
      return Optional.empty();
    }
    return terms.map(CreateInstanceRules::prepaid);
  }

  private static RegistryChargePrepaid prepaid(Fields terms) {
    if (!terms.has("Period")) {
      terms.missing("Period", "give the months, from 1 to " + MOST_MONTHS);
    }
    if (!terms.has("RenewFlag")) {
      terms.missing("RenewFlag", "give 0 (manual), 1 (automatic) or 2 (no renewal)");
    }
    long period =
        terms.integer("Period", 1, 1, MOST_MONTHS, "InvalidParameter", "InvalidParameter");
    long flag = terms.integer("RenewFlag", 0, 0, 2, "InvalidParameter", "InvalidParameter");
    boolean known = flag >= 0 && flag <= 2;
    return new RegistryChargePrepaid((int) period, RenewFlag.values()[known ? (int) flag : 0]);
  }
}
