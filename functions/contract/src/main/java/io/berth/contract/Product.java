// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

/**
 * The two products that Berth calls, with the name and version their API is called by (seeds, Input
 * Parameters).
 */
public enum Product {
  TCR("tcr", "2019-09-24"),
  TAT("tat", "2020-10-28");

  private final String serviceName;
  private final String version;

  Product(String serviceName, String version) {
    this.serviceName = serviceName;
    this.version = version;
  }

  /** The prefix of the domain and the service in a signature's scope, e.g. {@code tcr}. */
  public String serviceName() {
    return serviceName;
  }

  /** The value of {@code X-TC-Version}. */
  public String version() {
    return version;
  }
}
