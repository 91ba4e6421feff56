// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import java.util.Arrays;
import java.util.Optional;

/** The functions, each of which may call one API action. */
public enum FunctionName {
  TCR_CREATE_INSTANCE("tcr-create-instance", Product.TCR, "CreateInstance", "RegistryId"),
  TCR_DESCRIBE_INSTANCES("tcr-describe-instances", Product.TCR, "DescribeInstances"),
  TCR_CREATE_NAMESPACE("tcr-create-namespace", Product.TCR, "CreateNamespace", "NamespaceName"),
  TCR_DESCRIBE_NAMESPACES("tcr-describe-namespaces", Product.TCR, "DescribeNamespaces"),
  TAT_CREATE_REGISTER_CODE(
      "tat-create-register-code", Product.TAT, "CreateRegisterCode", "RegisterCodeId"),
  TAT_DESCRIBE_REGISTER_CODES("tat-describe-register-codes", Product.TAT, "DescribeRegisterCodes"),
  TAT_DISABLE_REGISTER_CODES("tat-disable-register-codes", Product.TAT, "DisableRegisterCodes");

  private final String wireName;
  private final Product product;
  private final String action;
  private final Optional<String> resultField;

  FunctionName(String wireName, Product product, String action) {
    this(wireName, product, action, Optional.empty());
  }

  FunctionName(String wireName, Product product, String action, String resultField) {
    this(wireName, product, action, Optional.of(resultField));
  }

  FunctionName(String wireName, Product product, String action, Optional<String> resultField) {
    this.wireName = wireName;
    this.product = product;
    this.action = action;
    this.resultField = resultField;
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

  /** The field of its answer that names what it made, or nothing when it makes nothing. */
  public Optional<String> resultField() {
    return resultField;
  }

  /** Whether it makes something, so that an approval may be asked for. */
  public boolean creates() {
    return resultField.isPresent();
  }

  /** The function of that name, or nothing. */
  public static Optional<FunctionName> of(String wireName) {
    return Arrays.stream(values()).filter(name -> name.wireName.equals(wireName)).findFirst();
  }
}
