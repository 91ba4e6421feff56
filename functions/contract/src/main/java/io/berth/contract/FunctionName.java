// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import java.util.Arrays;
import java.util.Optional;

/** The functions, each named for the API action that it is there for. */
public enum FunctionName {
  TCR_CREATE_INSTANCE(
      "tcr-create-instance",
      Product.TCR,
      "CreateInstance",
      "RegistryId",
      "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\"example\",\"RegistryType\":\"basic\",\"RegistryChargeType\":0}"),
  TCR_DESCRIBE_INSTANCES(
      "tcr-describe-instances",
      Product.TCR,
      "DescribeInstances",
      "{\"Region\":\"ap-guangzhou\",\"Offset\":0,\"Limit\":100}"),
  TCR_CREATE_NAMESPACE(
      "tcr-create-namespace",
      Product.TCR,
      "CreateNamespace",
      "NamespaceName",
      "{\"Region\":\"ap-guangzhou\",\"RegistryId\":\"tcr-1i7kqadw\",\"NamespaceName\":\"example\",\"IsPublic\":false}"),
  TCR_DESCRIBE_NAMESPACES(
      "tcr-describe-namespaces",
      Product.TCR,
      "DescribeNamespaces",
      "{\"Region\":\"ap-guangzhou\",\"RegistryId\":\"tcr-1i7kqadw\",\"Limit\":100,\"Offset\":0}"),
  TAT_CREATE_REGISTER_CODE(
      "tat-create-register-code",
      Product.TAT,
      "CreateRegisterCode",
      "RegisterCodeId",
      "{\"Region\":\"ap-guangzhou\",\"Description\":\"example\",\"RegisterLimit\":10,\"EffectiveTime\":4}"),
  TAT_DESCRIBE_REGISTER_CODES(
      "tat-describe-register-codes",
      Product.TAT,
      "DescribeRegisterCodes",
      "{\"Region\":\"ap-guangzhou\",\"Offset\":0,\"Limit\":100}"),
  TAT_DISABLE_REGISTER_CODES(
      "tat-disable-register-codes",
      Product.TAT,
      "DisableRegisterCodes",
      "{\"Region\":\"ap-guangzhou\",\"RegisterCodeIds\":[\"9b5cb72b-418f-4a81-b32e-f8bc80eef678\"]}");

  private final String wireName;
  private final Product product;
  private final String action;
  private final Optional<String> resultField;
  private final String example;

  FunctionName(String wireName, Product product, String action, String example) {
    this(wireName, product, action, Optional.empty(), example);
  }

  FunctionName(
      String wireName, Product product, String action, String resultField, String example) {
    this(wireName, product, action, Optional.of(resultField), example);
  }

  FunctionName(
      String wireName,
      Product product,
      String action,
      Optional<String> resultField,
      String example) {
    this.wireName = wireName;
    this.product = product;
    this.action = action;
    this.resultField = resultField;
    this.example = example;
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

  /**
   * Parameters that keep every rule, in their canonical form: for a warm-up, and for a training.
   */
  public String example() {
    return example;
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
