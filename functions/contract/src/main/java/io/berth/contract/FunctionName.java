// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import java.util.Arrays;
import java.util.Optional;

/** The five functions, each of which may call one API action. */
public enum FunctionName {
  TCR_CREATE_INSTANCE("tcr-create-instance", Product.TCR, "CreateInstance", true),
  TCR_DESCRIBE_INSTANCES("tcr-describe-instances", Product.TCR, "DescribeInstances", false),
  TAT_CREATE_REGISTER_CODE("tat-create-register-code", Product.TAT, "CreateRegisterCode", true),
  TAT_DESCRIBE_REGISTER_CODES(
      "tat-describe-register-codes", Product.TAT, "DescribeRegisterCodes", false),
  TAT_DISABLE_REGISTER_CODES(
      "tat-disable-register-codes", Product.TAT, "DisableRegisterCodes", false);

  private final String wireName;
  private final Product product;
  private final String action;
  private final boolean creates;

  FunctionName(String wireName, Product product, String action, boolean creates) {
    this.wireName = wireName;
    this.product = product;
    this.action = action;
    this.creates = creates;
  }

  /** The name in template.yaml, in URLs and in configuration. */
  public String wireName() {
    return wireName;
  }

  /** The product whose API it calls. */
  public Product product() {
    return product;
  }

  /** The API action it calls, the value of {@code X-TC-Action}. */
  public String action() {
    return action;
  }

  /** Whether it makes something, so that an approval may be asked for. */
  public boolean creates() {
    return creates;
  }

  /** The function of that name, or nothing. */
  public static Optional<FunctionName> of(String wireName) {
    return Arrays.stream(values()).filter(name -> name.wireName.equals(wireName)).findFirst();
  }
}
