// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

/**
 * One rule that a request breaks.
 *
 * @param field the API's own name with its path, e.g. {@code RegistryChargePrepaid.Period}
 * @param rule a short stable name for programs, e.g. {@code required}, {@code type}, {@code range},
 *     {@code length}
 * @param code the error code that the API documents for it
 * @param sentence for people: the field, the rule and the way out
 */
public record Violation(String field, String rule, String code, String sentence) {}
