// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.RequestMark;
import io.berth.contract.auth.Seal;
import io.berth.contract.text.Secret;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class UnsealCommandTest {
  private static final String SECRET = "whsec_" + "A".repeat(32);
  private static final String OTHER = "whsec_" + "B".repeat(32);
  private static final String VALUE = "0123456789abcdef".repeat(4);
  private static final String REQUEST = RequestMark.requestIdOf("ci", "deploy-42");

  private final String sealed = Seal.seal(VALUE, Secret.of(SECRET), REQUEST, new SecureRandom());
  private final CommandLineRun run =
      new CommandLineRun().with("BERTH_CALL_SECRET", SECRET).in(sealed + "\n");

  @Test
  void printsTheValueAndNothingElse() {
    assertThat(run.run("unseal", "--request-id", REQUEST)).isZero();
    assertThat(run.out()).isEqualTo(VALUE + "\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void knowsTheRequestOfACallWithoutApproval() {
    assertThat(run.run("unseal", "--caller", "ci", "--id", "deploy-42")).isZero();
    assertThat(run.out()).isEqualTo(VALUE + "\n");
  }

  @Test
  void takesTheWholeAnswer() {
    run.in(
        "{\"RegisterCodeId\":\"rc-1\",\"RegisterCodeValueSealed\":\""
            + sealed
            + "\",\"Outcome\":\"created\",\"RequestId\":\"r\"}\n");

    assertThat(run.run("unseal", "--request-id", REQUEST)).isZero();
    assertThat(run.out()).isEqualTo(VALUE + "\n");
  }

  @Test
  void triesBothSecretsWhileRotating() {
    run.with("BERTH_CALL_SECRET", OTHER + "|" + SECRET);

    assertThat(run.run("unseal", "--request-id", REQUEST)).isZero();
  }

  @Test
  void opensNothingForAnotherRequestSecretOrText() {
    doesNotOpen(RequestMark.requestIdOf("ci", "other"));
    run.with("BERTH_CALL_SECRET", OTHER);
    doesNotOpen(REQUEST);
    run.with("BERTH_CALL_SECRET", SECRET).in(flipped());
    doesNotOpen(REQUEST);
  }

  @Test
  void refusesInputThatCannotBeUsed() {
    refused("which request?", "unseal");
    refused("which request?", "unseal", "--caller", "ci");
    refused("a request id has 26 characters", "unseal", "--request-id", "x");
    run.in("");
    refused("there is no sealed value in standard input", "unseal", "--request-id", REQUEST);
    run.in("{\"Error\":{}}");
    refused("there is no sealed value in standard input", "unseal", "--request-id", REQUEST);
    run.in("{");
    refused("standard input is not an answer of a function: ", "unseal", "--request-id", REQUEST);
    run.in("x".repeat(70_000));
    refused("standard input is larger than 64 KB", "unseal", "--request-id", REQUEST);
    run.without("BERTH_CALL_SECRET");
    refused("BERTH_CALL_SECRET is not set", "unseal", "--request-id", REQUEST);
  }

  /** One character of the ciphertext exchanged. */
  private String flipped() {
    int at = sealed.lastIndexOf('.') - 3;
    char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
    return sealed.substring(0, at) + other + sealed.substring(at + 1);
  }

  private void doesNotOpen(String request) {
    assertThat(run.run("unseal", "--request-id", request)).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("the sealed value does not open: ");
  }

  private void refused(String beginning, String... args) {
    assertThat(run.run(args)).isEqualTo(2);
    assertThat(run.err()).startsWith(beginning);
    assertThat(run.out()).isEmpty();
  }
}
