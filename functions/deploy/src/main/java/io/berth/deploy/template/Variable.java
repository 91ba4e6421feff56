// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

/**
 * One environment variable of a function as the template writes it.
 *
 * @param line of its key
 */
record Variable(String key, VariableText text, int line) {}
