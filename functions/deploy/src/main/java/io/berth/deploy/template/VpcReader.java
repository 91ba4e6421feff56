// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.text.Echo;
import io.berth.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;

/** Reads {@code VpcConfig} of a function (SCF CreateFunction, VpcConfig). */
final class VpcReader {
  private VpcReader() {}

  static Vpc read(YamlMapping properties) {
    return properties.mapping("VpcConfig", "VpcConfig").map(VpcReader::vpc).orElse(Vpc.NONE);
  }

  private static Vpc vpc(YamlMapping vpc) {
    vpc.allowOnly(List.of("VpcId", "SubnetId"));
    vpc.require("VpcId", "write VpcId: vpc-...");
    vpc.require("SubnetId", "write SubnetId: subnet-...");
    return new Vpc(networkId(vpc, "VpcId", "vpc-"), networkId(vpc, "SubnetId", "subnet-"));
  }

  private static String networkId(YamlMapping vpc, String key, String prefix) {
    Optional<String> id = vpc.text(key);
    if (id.isPresent() && !id.get().matches(prefix + "[a-z0-9]+")) {
      vpc.refuse(
          key,
          "%s must be an id of VPC's console, such as %s1a2b3c4d"
              .formatted(Echo.of(id.get()), prefix));
    }
    return id.orElse("");
  }
}
