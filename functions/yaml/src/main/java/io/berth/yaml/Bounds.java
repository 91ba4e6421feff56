// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

/**
 * Which whole numbers a key may have.
 *
 * @param unit in the plural, as in "a whole number of seconds"; empty for a mere count
 */
public record Bounds(int least, int most, String unit) {
  boolean contain(int number) {
    return number >= least && number <= most;
  }
}
