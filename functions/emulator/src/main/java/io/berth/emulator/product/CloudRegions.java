// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.product;

import io.berth.emulator.error.ApiError;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The regions and their numeric ids (names: TCR DescribeRegions). Inferred: TAT is served in the
 * same ones; its own example lists eleven of them.
 */
public final class CloudRegions {
  /** Where an action works that needs no region and is told none (inferred). */
  public static final String DEFAULT = "ap-guangzhou";

  private static final Pattern WELL_FORMED = Pattern.compile("[a-z]+(-[a-z0-9]+)+");
  private static final int LONGEST = 32;

  private static final Map<String, Region> ALL =
      Stream.of(
              "ap-guangzhou 1 gz South China (Guangzhou)",
              "ap-shanghai 4 sh East China (Shanghai)",
              "ap-hongkong 5 hk Hong Kong/Macao/Taiwan (Hong Kong, China)",
              "ap-shanghai-fsi 7 shjr East China (Shanghai Finance)",
              "ap-beijing 8 bj North China (Beijing)",
              "ap-singapore 9 sg Southeast Asia (Singapore)",
              "ap-shenzhen-fsi 11 szjr South China (Shenzhen Finance)",
              "na-siliconvalley 15 usw Western US (Silicon Valley)",
              "ap-chengdu 16 cd Southwest China (Chengdu)",
              "eu-frankfurt 17 de Europe (Frankfurt)",
              "ap-seoul 18 kr Northeast Asia (Seoul)",
              "ap-chongqing 19 cq Southwest China (Chongqing)",
              "ap-mumbai 21 in South Asia (Mumbai)",
              "na-ashburn 22 use Eastern US (Virginia)",
              "ap-bangkok 23 th Southeast Asia (Bangkok)",
              "ap-tokyo 25 jp Northeast Asia (Tokyo)",
              "ap-nanjing 33 nj East China (Nanjing)",
              "ap-jakarta 72 jkt Southeast Asia (Jakarta)",
              "sa-saopaulo 74 sao South America (Sao Paulo)")
          .map(line -> line.split(" ", 4))
          .map(word -> new Region(word[0], Integer.parseInt(word[1]), word[2], word[3]))
          .collect(
              Collectors.toMap(Region::name, region -> region, (a, b) -> a, LinkedHashMap::new));

  private CloudRegions() {}

  /**
   * One region.
   *
   * @param alias the short name, e.g. {@code gz}; only that one is in the document's example
   * @param fullName as the console shows it
   */
  public record Region(String name, int id, String alias, String fullName) {}

  /** Every region, by its id. */
  public static Collection<Region> all() {
    return Collections.unmodifiableCollection(ALL.values());
  }

  /** Whether a text can be a region's name at all, e.g. {@code mars-1}. */
  public static boolean isWellFormed(String region) {
    return region.length() <= LONGEST && WELL_FORMED.matcher(region).matches();
  }

  /** Whether TCR and TAT are offered there. */
  public static boolean isKnown(String region) {
    return ALL.containsKey(region);
  }

  /** The refusal of a region in which a product is not offered. */
  public static ApiError unsupported(String region) {
    return new ApiError("UnsupportedRegion", "The region `" + region + "` is not supported.");
  }

  /** The numeric id of a known region, e.g. 1 for {@code ap-guangzhou}. */
  public static int id(String region) {
    return Objects.requireNonNull(ALL.get(region)).id();
  }
}
