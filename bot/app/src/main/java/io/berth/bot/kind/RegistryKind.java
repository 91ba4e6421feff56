// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.bot.voice.KindPhrase;
import io.berth.bot.voice.Sentence;
import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.tcr.RegistryType;
import io.berth.contract.tcr.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A container registry: TCR CreateInstance. */
final class RegistryKind implements Kind {
  private static final long PREPAID = 1;
  private static final Form FORM =
      new Form(
          true,
          List.of(
              Option.word("name", "NAME", "RegistryName", "5 to 50 of a-z, 0-9 and '-'"),
              Option.choice(
                  "type",
                  "RegistryType",
                  "the edition",
                  RegistryType.WIRE_NAMES.stream().flatMap(t -> List.of(t, t).stream()).toArray()),
              Option.REGION,
              Option.TEAM,
              new Option(
                  "tag",
                  "k=v",
                  "TagSpecification.Tags",
                  new Shape.Pair(),
                  true,
                  "a cloud tag; up to 9"),
              Option.choice(
                  "charge",
                  "RegistryChargeType",
                  "how it is paid for",
                  "postpaid",
                  0L,
                  "prepaid",
                  PREPAID),
              new Option(
                  "months",
                  "N",
                  "RegistryChargePrepaid.Period",
                  new Shape.Whole(1, 36, ""),
                  false,
                  "prepaid for how long"),
              Option.choice(
                  "renew",
                  "RegistryChargePrepaid.RenewFlag",
                  "what happens at the end of a prepaid time",
                  "manual",
                  0L,
                  "auto",
                  1L,
                  "off",
                  2L),
              Option.flag("sync-tag", "SyncTag", true, "copy the tags to the COS bucket"),
              Option.flag("multi-az", "EnableCosMAZ", true, "keep the images in several zones"),
              Option.flag("protect", "DeletionProtection", true, "refuse deletion"),
              Option.REASON),
          List.of(
              new Pairing("months", "charge", "prepaid", ""),
              new Pairing("renew", "charge", "prepaid", "manual")));

  @Override
  public String word() {
    return "registry";
  }

  @Override
  public String noun() {
    return "registry";
  }

  @Override
  public String plural() {
    return "container registries";
  }

  @Override
  public String usage() {
    return "registry NAME --type basic|standard|premium";
  }

  @Override
  public String example() {
    return "registry payments --type standard";
  }

  @Override
  public FunctionName function() {
    return FunctionName.TCR_CREATE_INSTANCE;
  }

  @Override
  public Form form() {
    return FORM;
  }

  @Override
  public Checked<? extends ApiRequest> check(Map<String, Object> json) {
    return CreateInstance.from(json);
  }

  @Override
  public List<Fact> facts() {
    return List.of(
        Fact.word("type", RegistryType.WIRE_NAMES),
        Fact.word("charge", List.of("postpaid", "prepaid")));
  }

  @Override
  public Facts facts(Parameters parameters) {
    String charge = isPrepaid(parameters) ? "prepaid" : "postpaid";
    return new Facts(Map.of("type", type(parameters), "charge", charge), Map.of());
  }

  @Override
  public Sentence summary(Parameters parameters) {
    return KindPhrase.REGISTRY_SUMMARY.with(
        "charge",
        isPrepaid(parameters) ? "prepaid " : "",
        "type",
        type(parameters),
        "region",
        parameters.region());
  }

  @Override
  public Sentence title(Parameters parameters) {
    return KindPhrase.REGISTRY_TITLE.with("name", name(parameters));
  }

  @Override
  public Sentence effect(Parameters parameters) {
    return KindPhrase.REGISTRY_EFFECT.with(
        "name",
        name(parameters),
        "type",
        type(parameters),
        "region",
        parameters.region(),
        "price",
        price(parameters));
  }

  @Override
  public Sentence price(Parameters parameters) {
    return parameters
        .at("RegistryChargePrepaid")
        .flatMap(terms -> prepaid(KindPhrase.REGISTRY_PREPAID, terms))
        .orElseGet(KindPhrase.REGISTRY_POSTPAID::with);
  }

  @Override
  public Optional<Sentence> meaning(String field, Object value) {
    return switch (field) {
      case "RegistryChargeType" ->
          Optional.of(
              value.equals(PREPAID)
                  ? KindPhrase.REGISTRY_PAY_AHEAD.with()
                  : KindPhrase.REGISTRY_PAY_AS_YOU_GO.with());
      case "RegistryChargePrepaid" -> prepaid(KindPhrase.REGISTRY_PREPAID_TERMS, value);
      default -> Optional.empty();
    };
  }

  private static Optional<Sentence> prepaid(KindPhrase phrase, Object terms) {
    return terms instanceof Map<?, ?> map && map.get("Period") instanceof Long months
        ? Optional.of(phrase.with("months", months, "renewal", renewal(map.get("RenewFlag"))))
        : Optional.empty();
  }

  /** TCR CreateInstance, RegistryChargePrepaid.RenewFlag: 0 manual, 1 automatic, 2 no renewal. */
  private static Sentence renewal(@Nullable Object flag) {
    if (Long.valueOf(0).equals(flag)) {
      return KindPhrase.REGISTRY_RENEWED_BY_HAND.with();
    }
    return Long.valueOf(1).equals(flag)
        ? KindPhrase.REGISTRY_RENEWED_AUTOMATICALLY.with()
        : KindPhrase.REGISTRY_NOT_RENEWED.with();
  }

  @Override
  public List<Sentence> silences(Parameters parameters) {
    return List.of();
  }

  @Override
  public Sentence addition(String requestId) {
    return KindPhrase.ADDS_TAG.with("key", Tag.REQUEST_KEY, "request", requestId);
  }

  /**
   * Names are unique across all accounts (TCR CreateInstance, InvalidParameter.ErrorNameExists).
   */
  @Override
  public Optional<String> naturalKey(Parameters parameters) {
    return Optional.of(name(parameters));
  }

  @Override
  public Settlement settlement() {
    return new Settlement.ByName(new RegistryNames());
  }

  @Override
  public Optional<Progress> progress() {
    return Optional.of(new RegistryProgress());
  }

  @Override
  public Optional<Handover> handover() {
    return Optional.empty();
  }

  @Override
  public Optional<Sentence> next(Parameters asked) {
    return Optional.of(KindPhrase.REGISTRY_NEXT.with());
  }

  @Override
  public Sentence undo(Parameters asked, String id) {
    return KindPhrase.REGISTRY_UNDO.with("id", id);
  }

  @Override
  public String exampleId() {
    return "tcr-00000000";
  }

  @Override
  public boolean isId(String text) {
    return text.matches("tcr-[a-z0-9]{8}");
  }

  private static String name(Parameters parameters) {
    return parameters.text("RegistryName").orElse("");
  }

  private static String type(Parameters parameters) {
    return parameters.text("RegistryType").orElse("");
  }

  private static boolean isPrepaid(Parameters parameters) {
    return parameters.number("RegistryChargeType").filter(n -> n == PREPAID).isPresent();
  }
}
