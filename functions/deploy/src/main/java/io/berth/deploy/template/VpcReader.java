// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.text.Echo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code VpcConfig} of a function (SCF CreateFunction, VpcConfig). */
final class VpcReader {
  private VpcReader() {}

  static Vpc read(YamlMap properties) {
    Optional<YamlMap> vpc = properties.map("VpcConfig", "VpcConfig");
    if (vpc.isEmpty()) {
      return Vpc.NONE;
    }
    vpc.get().allowOnly(List.of("VpcId", "SubnetId"), Map.of());
    vpc.get().require("VpcId", "write VpcId: vpc-...");
    vpc.get().require("SubnetId", "write SubnetId: subnet-...");
    return new Vpc(
        networkId(vpc.get(), "VpcId", "vpc-"), networkId(vpc.get(), "SubnetId", "subnet-"));
  }

  private static String networkId(YamlMap vpc, String key, String prefix) {
    String id = vpc.text(key).orElse("");
    if (vpc.text(key).isPresent() && !id.matches(prefix + "[a-z0-9]+")) {
      vpc.mistake(
          key,
          key
              + " "
              + Echo.of(id)
              + " must be an id of VPC's console, such as "
              + prefix
              + "1a2b3c4d");
    }
    return id;
  }
}
