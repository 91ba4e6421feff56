// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A small runner for properties: the same seed gives the same cases, and a text that breaks a
 * property is halved as long as it still does.
 */
final class Property {
  private static final int RUNS = 2_000;

  private Property() {}

  static <T> void holdsForAll(
      long seed, Function<SplittableRandom, T> generator, Consumer<T> property) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int run = 0; run < RUNS; run++) {
      T given = generator.apply(random.split());
      Throwable failure = failure(property, given);
      if (failure != null) {
        throw new AssertionError("seed " + seed + ", run " + run + ": " + given, failure);
      }
    }
  }

  static void holdsForAllTexts(
      long seed, Function<SplittableRandom, String> generator, Consumer<String> property) {
    holdsForAll(
        seed,
        generator,
        text -> {
          String smallest = shrink(text, property);
          if (smallest != null) {
            throw new AssertionError("smallest: " + escaped(smallest), failure(property, smallest));
          }
        });
  }

  /**
   * A shortest half, quarter … that still breaks the property; null when the text itself keeps it.
   */
  private static String shrink(String text, Consumer<String> property) {
    if (failure(property, text) == null) {
      return null;
    }
    int half = text.length() / 2;
    String left = half == 0 ? null : shrink(text.substring(0, half), property);
    String right = half == 0 || left != null ? null : shrink(text.substring(half), property);
    return left != null ? left : right != null ? right : text;
  }

  private static <T> Throwable failure(Consumer<T> property, T given) {
    try {
      property.accept(given);
      return null;
    } catch (RuntimeException | AssertionError e) {
      return e;
    }
  }

  private static String escaped(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars()
        .forEach(
            c -> shown.append(c < 127 && c > 31 ? "" + (char) c : String.format("\\u%04X", c)));
    return shown.toString();
  }

  @SafeVarargs
  static <T> T oneOf(SplittableRandom random, T... values) {
    return values[random.nextInt(values.length)];
  }
}
