// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The regions and their numeric ids (names: TCR DescribeRegions). Inferred: TAT is served in the
 * same ones; its own example lists eleven of them.
 */
public final class Regions {
  private static final Pattern WELL_FORMED = Pattern.compile("[a-z]+(-[a-z0-9]+)+");
  private static final int LONGEST = 32;

  private static final Map<String, Integer> IDS =
      Stream.of(
              "ap-guangzhou 1",
              "ap-shanghai 4",
              "ap-hongkong 5",
              "ap-shanghai-fsi 7",
              "ap-beijing 8",
              "ap-singapore 9",
              "ap-shenzhen-fsi 11",
              "na-siliconvalley 15",
              "ap-chengdu 16",
              "eu-frankfurt 17",
              "ap-seoul 18",
              "ap-chongqing 19",
              "ap-mumbai 21",
              "na-ashburn 22",
              "ap-bangkok 23",
              "ap-tokyo 25",
              "ap-nanjing 33",
              "ap-jakarta 72",
              "sa-saopaulo 74")
          .map(line -> line.split(" "))
          .collect(Collectors.toUnmodifiableMap(p -> p[0], p -> Integer.valueOf(p[1])));

  private Regions() {}

  /** Whether a text can be a region's name at all, e.g. {@code mars-1}. */
  public static boolean isWellFormed(String region) {
    return region.length() <= LONGEST && WELL_FORMED.matcher(region).matches();
  }

  /** Whether TCR and TAT are offered there. */
  public static boolean isKnown(String region) {
    return IDS.containsKey(region);
  }

  /** The refusal of a region in which a product is not offered. */
  public static ApiError unsupported(String region) {
    return new ApiError("UnsupportedRegion", "The region `" + region + "` is not supported.");
  }

  /** The numeric id of a known region, e.g. 1 for {@code ap-guangzhou}. */
  public static int id(String region) {
    return IDS.get(region);
  }
}
