// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

/**
 * An option that makes sense only beside a certain value of another one.
 *
 * @param option the option
 * @param with the other one
 * @param value the value of the other one
 * @param otherwise what it is when {@code with value} is given without it; empty when it must be
 *     given then
 */
public record Pairing(String option, String with, String value, String otherwise) {}
