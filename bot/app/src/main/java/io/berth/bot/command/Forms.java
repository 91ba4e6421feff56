// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.contract.FunctionName;
import io.berth.contract.tat.CreateRegisterCode;
import io.berth.contract.tcr.CreateInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two forms of {@code create}, as tables. */
final class Forms {
  private static final Option REGION =
      word("region", "REGION", "Region", "where, e.g. ap-guangzhou");
  private static final Option TEAM = word("team", "TEAM", "", "which of your teams it is for");
  private static final Option REASON =
      new Option("reason", "\"...\"", "", new Shape.Prose(500), false, "why, for the approvers");

  static final Form REGISTRY =
      new Form(
          "registry",
          FunctionName.TCR_CREATE_INSTANCE,
          true,
          List.of(
              word("name", "NAME", "RegistryName", "5 to 50 of a-z, 0-9 and '-'"),
              choice(
                  "type",
                  "RegistryType",
                  "the edition",
                  "basic",
                  "basic",
                  "standard",
                  "standard",
                  "premium",
                  "premium"),
              REGION,
              TEAM,
              new Option(
                  "tag",
                  "k=v",
                  "TagSpecification.Tags",
                  new Shape.Pair(),
                  true,
                  "a cloud tag; up to 9"),
              choice(
                  "charge",
                  "RegistryChargeType",
                  "how it is paid for",
                  "postpaid",
                  0L,
                  "prepaid",
                  1L),
              new Option(
                  "months",
                  "N",
                  "RegistryChargePrepaid.Period",
                  new Shape.Whole(1, 36, ""),
                  false,
                  "prepaid for how long"),
              choice(
                  "renew",
                  "RegistryChargePrepaid.RenewFlag",
                  "what happens at the end of a prepaid time",
                  "manual",
                  0L,
                  "auto",
                  1L,
                  "off",
                  2L),
              flag("sync-tag", "SyncTag", true, "copy the tags to the COS bucket"),
              flag("multi-az", "EnableCosMAZ", true, "keep the images in several zones"),
              flag("protect", "DeletionProtection", true, "refuse deletion"),
              REASON),
          List.of(
              new Pairing("months", "charge", "prepaid", ""),
              new Pairing("renew", "charge", "prepaid", "manual")),
          CreateInstance::from);

  static final Form CODE =
      new Form(
          "code",
          FunctionName.TAT_CREATE_REGISTER_CODE,
          false,
          List.of(
              new Option(
                  "description",
                  "D",
                  "Description",
                  new Shape.Prose(4000),
                  false,
                  "what the machines are for"),
              word("prefix", "P", "InstanceNamePrefix", "how the machines' names begin"),
              new Option(
                  "limit",
                  "N",
                  "RegisterLimit",
                  new Shape.Whole(Long.MIN_VALUE, Long.MAX_VALUE, ""),
                  false,
                  "how many machines, 1 to 10000; 10 unless given"),
              new Option(
                  "hours",
                  "H",
                  "EffectiveTime",
                  new Shape.Whole(
                      1,
                      CreateRegisterCode.MOST_HOURS,
                      "a code that never ends is asked for with --permanent, which has an approval"
                          + " rule of its own"),
                  false,
                  "how long it can be used; 4 unless given"),
              flag("permanent", "EffectiveTime", CreateRegisterCode.PERMANENT, "it never ends"),
              word("ip", "CIDR", "IpAddressRange", "from where machines may enrol"),
              REGION,
              TEAM,
              REASON),
          List.of(),
          CreateRegisterCode::from);

  static final List<Form> ALL = List.of(REGISTRY, CODE);

  private Forms() {}

  static Optional<Form> of(String kind) {
    return ALL.stream().filter(form -> form.kind().equals(kind)).findFirst();
  }

  static Optional<Form> of(FunctionName function) {
    return ALL.stream().filter(form -> form.function() == function).findFirst();
  }

  static List<String> kinds() {
    return ALL.stream().map(Form::kind).toList();
  }

  private static Option word(String name, String placeholder, String path, String help) {
    return new Option(name, placeholder, path, new Shape.Word(), false, help);
  }

  private static Option flag(String name, String path, Object on, String help) {
    return new Option(name, "", path, new Shape.Flag(on), false, help);
  }

  private static Option choice(String name, String path, String help, Object... wordsAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < wordsAndValues.length; i += 2) {
      values.put((String) wordsAndValues[i], wordsAndValues[i + 1]);
    }
    String placeholder = String.join("|", values.keySet());
    return new Option(name, placeholder, path, new Shape.Choice(values), false, help);
  }
}
