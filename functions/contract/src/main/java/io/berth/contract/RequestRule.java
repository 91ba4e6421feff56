// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

/**
 * The rules that a request can break, each with its sentence in English: the only place where it
 * stands. {@code {@}} is the field that breaks it; the other places are those of {@link
 * io.berth.contract.text.SentenceTemplate}.
 */
public enum RequestRule {
  // Any request.
  JSON("{problem}"),
  KNOWN_FIELD("Unknown field {shown}[; did you mean {closest}?][; known here: {known}.]"),
  TYPE("{@} must be {wanted}."),
  NOT_NULL("{@} must be {wanted}, not null; leave it out for its default."),
  WHOLE_NUMBER("{@} must be a whole number, without a fraction or exponent."),
  TEXTS("{@} must be a list of texts that are not empty."),
  VISIBLE("{@} contains the invisible character {character}; remove it."),
  AT_LEAST("{@} {given} is below {least}; give {least} to {most}."),
  AT_MOST("{@} {given} is above {most}; give {least} to {most}."),
  MAXIMAL_LENGTH("{@} has {length:character}, longer than {most}; shorten it by {excess}."),
  LENGTH("{@} has {length:character}; it needs {least} to {most}."),
  REGION_NEEDED("{@} is missing; give one, like ap-guangzhou."),
  REGION("Unknown region {given}; [did you mean {closest}? ]Regions: {known}."),

  // Tags.
  TAGS_NEEDED("{@} is missing; give a list of Key and Value, or leave TagSpecification out."),
  TAG_VALUE_NEEDED("{@} is missing; give one, it may be empty."),
  TAG_KEY_NEEDED("{@} is empty; every tag needs a key."),
  TAG_KEY_RESERVED(
      "The tag key {key} is a reserved tag key: Berth marks its requests with it; choose another."),
  TAG_KEY_ONCE("The tag key {key} is given twice; give each key once."),
  TAG_COUNT(
      "{@} has {count:tag}; the API takes at most 10 and Berth's own request tag is one of them, so give at most 9."),
  RESOURCE_TYPE("{@} must be '{wanted}', or left out."),

  // TCR CreateInstance.
  REGISTRY_NAME_NEEDED("{@} is missing; give the registry a name of 5 to 50 characters."),
  REGISTRY_NAME_CHARACTERS(
      "{@} may use a-z, 0-9 and '-'; character {place} is {given}[; try {legal}]."),
  REGISTRY_NAME_ENDS("{@} must begin and end with a letter or a digit[; try {legal}]."),
  REGISTRY_TYPE_NEEDED("{@} is missing; give basic, standard or premium."),
  REGISTRY_TYPE("{@} {given} is not one of basic, standard or premium (in lower case)."),
  PREPAID_NEEDED(
      "{@} is missing; prepaid ({@RegistryChargeType} 1) needs Period in months and RenewFlag."),
  PREPAID_ONLY("{@} is only for prepaid; set {@RegistryChargeType} to 1 or leave it out."),
  PERIOD_NEEDED("{@} is missing; give the months, from 1 to {most}."),
  RENEW_FLAG_NEEDED("{@} is missing; give 0 (manual), 1 (automatic) or 2 (no renewal)."),

  // TCR CreateNamespace and the lists.
  REGISTRY_ID_NEEDED("{@} is missing; give the registry's id, like tcr-1i7kqadw."),
  REGISTRY_ID("{@} {given} is not a registry's id; give one like tcr-1i7kqadw."),
  NAMESPACE_NAME_NEEDED("{@} is missing; give the namespace a name of 2 to 30 characters."),
  NAMESPACE_NAME_CHARACTERS(
      "{@} may use a-z, 0-9, '.', '_' and '-'; character {place} is {given}."),
  NAMESPACE_NAME_SEPARATORS(
      "{@} must begin and end with a letter or a digit, with one separator at a time between them."),
  IS_PUBLIC_NEEDED("{@} is missing; give false, or true to let anybody pull."),
  FILTER_NAME_NEEDED("{@} is missing; give RegistryName or Tags."),
  FILTER_VALUES_NEEDED("{@} is missing; give a list of texts."),

  // TAT.
  DESCRIPTION_LENGTH(
      "{@} has {length:character}, longer than {most}; {left} are left beside Berth's 32-character mark."),
  ADDRESS_RANGE(
      "{@} {given} is not an IPv4 address or CIDR; give one like 192.168.1.1 or 192.168.0.0/16."),
  CODE_IDS_AT_MOST("{@} has {count:id}; give at most 100."),
  CODE_IDS_NEEDED("{@} is missing; give the ids of the codes to disable."),
  CODE_IDS_COUNT("{@} needs 1 to 99 ids."),
  CODE_IDS_ONCE("{@} names {id} twice; give each id once.");

  private final String text;

  RequestRule(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
