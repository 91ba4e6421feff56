// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who calls, what is called and where: refused before any parameter is looked at. */
interface CallerContract extends Asking {
  @Test
  default void refusesAWrongKey() {
    Reply reply = ask(tcr("DescribeInstances", "{}").with(new Key(key().id(), "wrong")));

    assertThat(reply.code()).isEqualTo("AuthFailure.SignatureFailure");
    assertThat(reply.message())
        .isEqualTo(
            "The provided credentials could not be validated."
                + " Please check your signature is correct.");
    assertThat(reply.requestId()).hasSize(36);
  }

  @Test
  default void refusesAnUnknownKey() {
    Reply reply =
        ask(tat("DescribeRegisterCodes", "{}").with(new Key("AKIDunknown", key().secret())));

    assertThat(reply.code()).isEqualTo("AuthFailure.SecretIdNotFound");
    assertThat(reply.message())
        .isEqualTo("The SecretId is not found, please ensure that your SecretId is correct.");
  }

  @Test
  default void refusesAnUnknownAction() {
    assertThat(code(tcr("DescribeTeapots", "{}"))).isEqualTo("InvalidAction");
    assertThat(code(tcr("describeinstances", "{}"))).isEqualTo("InvalidAction");
  }

  @Test
  default void refusesAnActionOfAnotherProduct() {
    assertThat(code(tcr("CreateRegisterCode", "{}"))).isEqualTo("InvalidAction");
    assertThat(code(tat("CreateInstance", "{}"))).isEqualTo("InvalidAction");
  }

  @Test
  default void refusesAnUnknownVersion() {
    Ask right = tcr("DescribeInstances", "{}");

    assertThat(
            code(new Ask("2018-01-01", right.action(), right.region(), right.json(), right.key())))
        .isEqualTo("NoSuchVersion");
  }

  @Test
  default void asksForARegion() {
    Reply reply = ask(tcr("DescribeInstances", "{}").inNoRegion());

    if (leavesOutTheRegion()) {
      assertThat(reply.code()).isEqualTo("MissingParameter");
      assertThat(reply.message())
          .isEqualTo("The request is missing a required parameter `Region`.");
    } else {
      assertThat(reply.code()).isEqualTo("InvalidParameterValue");
      assertThat(reply.message()).contains("`X-TC-Region`");
    }
  }

  @Test
  default void refusesAMalformedRegion() {
    Reply reply = ask(tcr("DescribeInstances", "{}").in("guangzhou!"));

    assertThat(reply.code()).isEqualTo("InvalidParameterValue");
    assertThat(reply.message())
        .matches(
            "A value specified in `(X-TC-)?Region` is not valid, is unsupported,"
                + " or cannot be used.");
  }

  @Test
  default void refusesARegionWithoutTheProduct() {
    assertThat(code(tat("DescribeRegisterCodes", "{}").in("mars-1")))
        .isEqualTo("UnsupportedRegion");
    assertThat(code(tcr("DescribeInstances", "{}").in("mars-1"))).isEqualTo("UnsupportedRegion");
  }
}
