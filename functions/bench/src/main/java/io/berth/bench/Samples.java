// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One figure per round. Rounds are interleaved, so the same round of two series belongs together.
 */
final class Samples {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  double median() {
    return quantile(0.5);
  }

  /** The median of the rounds' ratios and their quartiles: what both sides suffered cancels out. */
  String ratioTo(Samples other) {
    Samples ratios = new Samples();
    for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
      ratios.add(values.get(i) / other.values.get(i));
    }
    return String.format(
        Locale.ROOT,
        "%.2f  (%.2f to %.2f)",
        ratios.median(),
        ratios.quantile(0.25),
        ratios.quantile(0.75));
  }

  private double quantile(double q) {
    return quantile(values.stream().mapToDouble(Double::doubleValue).toArray(), q);
  }

  /** Of any numbers, which it sorts. */
  static double quantile(double[] numbers, double q) {
    if (numbers.length == 0) {
      return Double.NaN;
    }
    Arrays.sort(numbers);
    double at = q * (numbers.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, numbers.length - 1);
    return numbers[below] + (at - below) * (numbers[above] - numbers[below]);
  }
}
