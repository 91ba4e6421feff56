// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

/**
 * One parameter as an approver reads it.
 *
 * @param name the API's own
 * @param value what will be sent, quoted where it is text of people
 * @param meaning what that comes to, empty when the value says it
 */
public record Field(String name, String value, String meaning) {}
