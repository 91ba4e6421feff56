// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialChainTest {
  private static final Map<String, String> NONE = Map.of();
  private static final Map<String, String> FULL =
      Map.of(
          "TENCENTCLOUD_SECRETID", "id",
          "TENCENTCLOUD_SECRETKEY", "key",
          "TENCENTCLOUD_SESSIONTOKEN", "token");
  private static final Map<String, String> HEADERS =
      Map.of(
          "x-scf-secret-id", "header-id",
          "x-scf-secret-key", "header-key",
          "x-scf-session-token", "header-token");

  @Test
  void propertiesComeBeforeTheEnvironment() {
    Map<String, String> properties =
        Map.of("TENCENTCLOUD_SECRETID", "p-id", "TENCENTCLOUD_SECRETKEY", "p-key");

    Credentials found = find(properties, FULL, HEADERS).orElseThrow();

    assertThat(found.secretId()).isEqualTo("p-id");
    assertThat(found.token()).as("parts of two places are not mixed").isEmpty();
  }

  @Test
  void theEnvironmentComesBeforeTheRequestsHeaders() {
    Credentials found = find(NONE, FULL, HEADERS).orElseThrow();

    assertThat(found.secretId()).isEqualTo("id");
    assertThat(found.secretKey().reveal()).isEqualTo("key");
    assertThat(found.token().orElseThrow().reveal()).isEqualTo("token");
  }

  @Test
  void theRequestsHeadersAreTheLastPlace() {
    Credentials found = find(NONE, NONE, HEADERS).orElseThrow();

    assertThat(found.secretId()).isEqualTo("header-id");
    assertThat(found.token().orElseThrow().reveal()).isEqualTo("header-token");
  }

  @Test
  void emptyPropertiesCountAsMissing() {
    Map<String, String> empty = Map.of("TENCENTCLOUD_SECRETID", "", "TENCENTCLOUD_SECRETKEY", " ");

    assertThat(find(empty, FULL, NONE).orElseThrow().secretId()).isEqualTo("id");
  }

  @Test
  void halfACredentialIsNone_andTheSentenceNamesTheOtherHalf() {
    Map<String, String> half = Map.of("TENCENTCLOUD_SECRETID", "AKIDVISIBLE");

    assertThat(find(NONE, half, NONE)).isEmpty();
    assertThat(chain(NONE, half).missing())
        .isEqualTo(
            "credentials missing: TENCENTCLOUD_SECRETKEY; give the function a role (Role in"
                + " template.yaml), or set them in the environment")
        .doesNotContain("AKIDVISIBLE");
  }

  @Test
  void namesBothVariablesWhenBothAreMissing() {
    assertThat(chain(NONE, NONE).missing())
        .startsWith("credentials missing: TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY;");
  }

  @Test
  void printsNoSecret() {
    assertThat(find(NONE, FULL, NONE).orElseThrow().toString())
        .isEqualTo("Credentials[secretId=id, secretKey=***, token=Optional[***]]");
  }

  private static Optional<Credentials> find(
      Map<String, String> properties, Map<String, String> environment, Map<String, String> header) {
    return chain(properties, environment).find(name -> Optional.ofNullable(header.get(name)));
  }

  private static CredentialChain chain(
      Map<String, String> properties, Map<String, String> environment) {
    return new CredentialChain(
        name -> Optional.ofNullable(properties.get(name)),
        name -> Optional.ofNullable(environment.get(name)));
  }
}
