// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

/**
 * The private network a function runs in; both parts empty for none, which is also how SCF writes
 * it.
 */
public record Vpc(String vpcId, String subnetId) {
  static final Vpc NONE = new Vpc("", "");
}
