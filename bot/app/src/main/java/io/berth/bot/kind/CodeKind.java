// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.bot.voice.KindPhrase;
import io.berth.bot.voice.Sentence;
import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import io.berth.contract.tat.CreateRegisterCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A code with which machines enrol: TAT CreateRegisterCode. */
final class CodeKind implements Kind {
  private static final Form FORM =
      new Form(
          false,
          List.of(
              new Option(
                  "description",
                  "D",
                  "Description",
                  new Shape.Prose(4000),
                  false,
                  "what the machines are for"),
              Option.word("prefix", "P", "InstanceNamePrefix", "how the machines' names begin"),
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
              Option.flag(
                  "permanent", "EffectiveTime", CreateRegisterCode.PERMANENT, "it never ends"),
              Option.word("ip", "CIDR", "IpAddressRange", "from where machines may enrol"),
              Option.REGION,
              Option.TEAM,
              Option.REASON),
          List.of());

  @Override
  public String word() {
    return "code";
  }

  @Override
  public String noun() {
    return "register code";
  }

  @Override
  public String plural() {
    return "register codes";
  }

  @Override
  public String usage() {
    return "code";
  }

  @Override
  public String example() {
    return "code --description webserver --limit 10 --hours 4";
  }

  @Override
  public FunctionName function() {
    return FunctionName.TAT_CREATE_REGISTER_CODE;
  }

  @Override
  public Form form() {
    return FORM;
  }

  @Override
  public Checked<? extends ApiRequest> check(Map<String, Object> json) {
    return CreateRegisterCode.from(json);
  }

  @Override
  public List<Fact> facts() {
    return List.of(
        Fact.word("permanent", List.of("true", "false")),
        Fact.number("limit"),
        Fact.number("hours"));
  }

  @Override
  public Facts facts(Parameters parameters) {
    return new Facts(
        Map.of("permanent", Boolean.toString(isPermanent(hours(parameters)))),
        Map.of("limit", limit(parameters), "hours", hours(parameters)));
  }

  @Override
  public Sentence summary(Parameters parameters) {
    return KindPhrase.CODE_SUMMARY.with(
        "permanent",
        isPermanent(hours(parameters)) ? "permanent " : "",
        "region",
        parameters.region());
  }

  @Override
  public Sentence title(Parameters parameters) {
    return parameters
        .text("Description")
        .map(text -> KindPhrase.CODE_TITLE_DESCRIBED.with("description", text))
        .orElseGet(KindPhrase.CODE_TITLE::with);
  }

  @Override
  public Sentence effect(Parameters parameters) {
    return KindPhrase.CODE_EFFECT.with(
        "region",
        parameters.region(),
        "machines",
        limit(parameters),
        "life",
        life(hours(parameters)),
        "from",
        parameters.at("IpAddressRange").orElseGet(KindPhrase.CODE_FROM_ANYWHERE::with));
  }

  @Override
  public Sentence price(Parameters parameters) {
    return KindPhrase.CODE_PRICE.with();
  }

  private static Sentence life(long hours) {
    return isPermanent(hours)
        ? KindPhrase.CODE_FOR_EVER.with()
        : KindPhrase.CODE_FOR_HOURS.with("hours", hours);
  }

  @Override
  public Optional<Sentence> meaning(String field, Object value) {
    return value instanceof Long number ? meaning(field, (long) number) : Optional.empty();
  }

  private static Optional<Sentence> meaning(String field, long number) {
    return switch (field) {
      case "EffectiveTime" ->
          Optional.of(
              isPermanent(number)
                  ? KindPhrase.CODE_NEVER_ENDS.with()
                  : KindPhrase.CODE_HOURS.with("hours", number));
      case "RegisterLimit" -> Optional.of(KindPhrase.CODE_MACHINES.with("machines", number));
      default -> Optional.empty();
    };
  }

  @Override
  public List<Sentence> silences(Parameters parameters) {
    return parameters.at("IpAddressRange").isPresent()
        ? List.of()
        : List.of(KindPhrase.CODE_ANY_ADDRESS.with());
  }

  @Override
  public Sentence addition(String requestId) {
    return KindPhrase.ADDS_MARK.with("request", requestId);
  }

  @Override
  public Optional<String> naturalKey(Parameters parameters) {
    return Optional.empty();
  }

  @Override
  public Settlement settlement() {
    return new Settlement.ByMark(new CodeMarks());
  }

  @Override
  public Optional<Progress> progress() {
    return Optional.empty();
  }

  @Override
  public Optional<Handover> handover() {
    return Optional.of(new CodeHandover());
  }

  @Override
  public Optional<Sentence> next(Parameters asked) {
    return Optional.empty();
  }

  @Override
  public Sentence undo(Parameters asked, String id) {
    return KindPhrase.CODE_UNDO.with("id", id);
  }

  @Override
  public String exampleId() {
    return "00000000-0000-0000-0000-000000000000";
  }

  @Override
  public boolean isId(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  private static long limit(Parameters parameters) {
    return parameters.number("RegisterLimit").orElseThrow();
  }

  static long hours(Parameters parameters) {
    return parameters.number("EffectiveTime").orElseThrow();
  }

  static boolean isPermanent(long hours) {
    return hours > CreateRegisterCode.MOST_HOURS;
  }
}
