// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The real cloud, asked only for what costs nothing: lists, and creates that it has to refuse. Runs
 * with {@code -Dberth.real-cloud=yes} and a key in TENCENTCLOUD_SECRET_ID and
 * TENCENTCLOUD_SECRET_KEY (TENCENTCLOUD_TOKEN for a temporary one). A test that fails here shows
 * where the emulator is wrong.
 */
@EnabledIfSystemProperty(
    named = "berth.real-cloud",
    matches = "yes",
    disabledReason = "the real cloud is asked only with -Dberth.real-cloud=yes")
@EnabledIfEnvironmentVariable(named = "TENCENTCLOUD_SECRET_ID", matches = ".+")
@EnabledIfEnvironmentVariable(named = "TENCENTCLOUD_SECRET_KEY", matches = ".+")
class RealCloudTest implements CallerContract, ParameterContract {
  @Override
  public Subject subject() {
    return ask ->
        new TencentJavaSubject("https://", ask.service() + ".intl.tencentcloudapi.com").call(ask);
  }

  @Override
  public boolean leavesOutTheRegion() {
    return false;
  }

  @Override
  public Key key() {
    return new Key(
        System.getenv("TENCENTCLOUD_SECRET_ID"),
        System.getenv("TENCENTCLOUD_SECRET_KEY"),
        Optional.ofNullable(System.getenv("TENCENTCLOUD_TOKEN")));
  }
}
