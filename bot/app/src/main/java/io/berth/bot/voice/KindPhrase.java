// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.voice;

/** What is said about each kind of thing. */
public enum KindPhrase implements Phrase {
  REGISTRY_TITLE("registry {name}"),
  REGISTRY_SUMMARY("{charge}{type} registry in {region}"),
  REGISTRY_EFFECT("Creates registry {name} of type {type} in {region}, {price}."),
  REGISTRY_POSTPAID("paid as you go"),
  REGISTRY_PREPAID("prepaid for {months} {months|month|months}, {renewal}"),
  REGISTRY_PREPAID_TERMS("{months} {months|month|months}, {renewal}"),
  REGISTRY_PAY_AS_YOU_GO("pay as you go"),
  REGISTRY_PAY_AHEAD("prepaid"),
  REGISTRY_RENEWED_BY_HAND("renewed by hand"),
  REGISTRY_RENEWED_AUTOMATICALLY("renewed automatically"),
  REGISTRY_NOT_RENEWED("not renewed"),
  REGISTRY_NEXT("push your images"),
  REGISTRY_UNDO("delete {id} in the console of Tencent Cloud, with everything that is in it"),

  CODE_TITLE("register code"),
  CODE_TITLE_DESCRIBED("register code \"{description}\""),
  CODE_SUMMARY("{permanent}code in {region}"),
  CODE_EFFECT(
      "Creates a register code in {region} for up to {machines} {machines|machine|machines}, {life},"
          + " usable from {from}."),
  CODE_FOR_HOURS("for {hours} {hours|hour|hours}"),
  CODE_FOR_EVER("permanent (it never ends)"),
  CODE_FROM_ANYWHERE("any address"),
  CODE_HOURS("{hours|hour|hours}"),
  CODE_NEVER_ENDS("permanent: never ends"),
  CODE_MACHINES("{machines|machine|machines}"),
  CODE_ANY_ADDRESS("IpAddressRange is not given: any address may enrol."),
  CODE_PRICE("free of charge"),
  CODE_UNDO("disable {id} in the console of Tencent Cloud, or by tat-disable-register-codes"),
  CODE_HEADING("Register code"),
  CODE_WARNING("Whoever has it can enrol machines."),
  CODE_INSTALL("On the machine, if the agent is missing:"),
  CODE_REGISTER("Then:"),

  NAMESPACE_TITLE("namespace {name} in {registry}"),
  NAMESPACE_PUBLIC_TITLE("public namespace {name} in {registry}"),
  NAMESPACE_SUMMARY("{visibility} namespace in {region}"),
  NAMESPACE_EFFECT(
      "Creates the {visibility} namespace {name} in {registry}, {region}{consequence}."),
  NAMESPACE_PRICE("free of charge"),
  NAMESPACE_PUBLIC_CONSEQUENCE(
      "; whoever reaches the registry can pull its images without logging in"),
  NAMESPACE_NEXT("push to {registry}.tencentcloudcr.com/{name}/IMAGE:TAG"),
  NAMESPACE_UNDO("delete {name} in the console of Tencent Cloud, with the images that are in it"),

  IN_REGISTRY_NAMED("registry {name}"),
  IN_REGISTRY_OF_ID("registry {id}"),
  IN_REGISTRY_OF_PART("the registry of part {part}"),

  ID_OR_REFERENCE(
      "the id of a {kind}, or an object with nothing but \"reference\": \"{kind} NAME\""),

  ADDS_TAG("Berth adds the tag {key}={request}."),
  ADDS_MARK("Berth adds [{request}#attempt] to the description.");

  private final String english;

  KindPhrase(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
