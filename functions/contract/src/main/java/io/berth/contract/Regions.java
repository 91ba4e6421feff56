// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import java.util.List;

/**
 * The regions that offer both products (TCR DescribeRegions; TAT DescribeRegions lists a part of
 * the same).
 */
public final class Regions {
  /** In the order of their numeric ids. */
  public static final List<String> KNOWN =
      List.of(
          "ap-guangzhou",
          "ap-shanghai",
          "ap-hongkong",
          "ap-shanghai-fsi",
          "ap-beijing",
          "ap-singapore",
          "ap-shenzhen-fsi",
          "na-siliconvalley",
          "ap-chengdu",
          "eu-frankfurt",
          "ap-seoul",
          "ap-chongqing",
          "ap-mumbai",
          "na-ashburn",
          "ap-bangkok",
          "ap-tokyo",
          "ap-nanjing",
          "ap-jakarta",
          "sa-saopaulo");

  private Regions() {}
}
