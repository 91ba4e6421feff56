// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.contract.FunctionName;
import io.berth.contract.auth.ApprovalVerifier.ApprovalCheck;
import io.berth.contract.text.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final String ID = "01JD0000000000000000000000";

  /** The key pair of RFC 8037, appendix A.1 and A.2, in the encodings of a JDK. */
  private static final ApprovalKeys RFC_8037 =
      new ApprovalKeys(
          Secret.of(
              encoded(
                  "302e020100300506032b657004220420",
                  "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A")),
          encoded("302a300506032b6570032100", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"));

  private final Approval approval =
      new Approval(
          ID,
          FunctionName.TCR_CREATE_INSTANCE,
          "hash",
          "U0ALICE",
          List.of("U0BOB"),
          NOW,
          NOW.plusSeconds(60));
  private final ApprovalSigner signer = new ApprovalSigner("k1", RFC_8037.signingKey());
  private final ApprovalVerifier verifier = verifierAt(NOW);

  @Test
  void theWireFormIsACompactJws() {
    String[] parts = signer.sign(approval).split("\\.");
    assertThat(text(parts[0])).isEqualTo("{\"alg\":\"EdDSA\",\"kid\":\"k1\"}");
    assertThat(text(parts[1]))
        .isEqualTo(
            "{\"iss\":\"berth\",\"sub\":\"01JD0000000000000000000000\",\"function\":\"tcr-create-instance\",\"parameters_sha256\":\"hash\",\"requester\":\"U0ALICE\",\"approvers\":[\"U0BOB\"],\"iat\":1795255200,\"exp\":1795255260}");
    assertThat(parts[2])
        .isEqualTo(
            "9v-SYC2ETGrF1NOlDJcKciI24yuKM-Cvtr7U3hTfMJsP8HeaZt4KLzCL_6czPOSEKmwe_aSqDAZW8Sjs8H5MAg");
  }

  @Test
  void aGenuineApprovalFitsItsOwnCallAndTellsTheAttempt() {
    assertThat(
            verifier.verify(
                signer.sign(approval), FunctionName.TCR_CREATE_INSTANCE, "hash", ID + "-3"))
        .isEqualTo(new ApprovalCheck.Fits(approval, 3));
  }

  @Test
  void refusesAnApprovalForAnythingElse() {
    String jws = signer.sign(approval);
    assertThat(word(verifier, jws, FunctionName.TAT_CREATE_REGISTER_CODE, "hash", ID + "-1"))
        .isEqualTo("for another function");
    assertThat(word(verifier, jws, FunctionName.TCR_CREATE_INSTANCE, "other", ID + "-1"))
        .isEqualTo("for other parameters");
    assertThat(word(verifier, jws, FunctionName.TCR_CREATE_INSTANCE, "hash", ID))
        .isEqualTo("for another call");
    assertThat(word(verifier, jws, FunctionName.TCR_CREATE_INSTANCE, "hash", ID + "-100"))
        .isEqualTo("for another call");
  }

  @Test
  void refusesAnApprovalOutsideItsTime() {
    String jws = signer.sign(approval);
    assertThat(word(verifierAt(NOW.plusSeconds(60)), jws)).isEqualTo("expired");
    assertThat(word(verifierAt(NOW.minusSeconds(301)), jws)).isEqualTo("not valid yet");
  }

  @Test
  void refusesARequesterWhoApprovesAndAnApprovalByNobody() {
    assertThat(word(verifier, signer.sign(approvedBy(List.of("U0BOB", "U0ALICE")))))
        .isEqualTo("self-approved");
    assertThat(word(verifier, signer.sign(approvedBy(List.of())))).isEqualTo("without an approver");
  }

  @Test
  void refusesWhatIsSignedByAnotherKeyOrAltered() {
    String jws = signer.sign(approval);
    String other = new ApprovalSigner("k1", ApprovalKeys.generate().signingKey()).sign(approval);
    assertThat(word(verifier, other)).isEqualTo("badly signed");
    assertThat(word(verifier, new ApprovalSigner("k2", RFC_8037.signingKey()).sign(approval)))
        .isEqualTo("badly signed");
    for (int i = 0; i < jws.length(); i += 7) {
      char flipped = jws.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(word(verifier, jws.substring(0, i) + flipped + jws.substring(i + 1)))
          .isEqualTo("badly signed");
    }
  }

  @Test
  void refusesAnAlgorithmOfTheSendersChoice() {
    String[] parts = signer.sign(approval).split("\\.");
    String none =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\",\"kid\":\"k1\"}".getBytes(UTF_8));
    assertThat(word(verifier, none + "." + parts[1] + ".")).isEqualTo("badly signed");
    assertThat(word(verifier, "")).isEqualTo("badly signed");
    assertThat(word(verifier, "x".repeat(100_000))).isEqualTo("badly signed");
  }

  @Test
  void refusesKeysThatAreNone() {
    assertThatThrownBy(() -> ApprovalKeys.parse("k1"))
        .hasMessageContaining("entry 1 must have the form");
    assertThatThrownBy(() -> ApprovalKeys.parse("k1:AAAA"))
        .hasMessageContaining("not an Ed25519 public key");
    assertThatThrownBy(() -> new ApprovalSigner("k", Secret.of("AAAA")))
        .hasMessageContaining("not an Ed25519 private key");
  }

  private Approval approvedBy(List<String> approvers) {
    return new Approval(
        ID,
        FunctionName.TCR_CREATE_INSTANCE,
        "hash",
        "U0ALICE",
        approvers,
        NOW,
        NOW.plusSeconds(60));
  }

  private static ApprovalVerifier verifierAt(Instant now) {
    return new ApprovalVerifier(
        ApprovalKeys.parse("k1:" + RFC_8037.publicKey()), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static String word(ApprovalVerifier verifier, String jws) {
    return word(verifier, jws, FunctionName.TCR_CREATE_INSTANCE, "hash", ID + "-1");
  }

  private static String word(
      ApprovalVerifier verifier, String jws, FunctionName function, String hash, String webhookId) {
    return verifier
        .verify(jws, function, hash, webhookId)
        .fold(fits -> "fits", ApprovalCheck.Unfit::word);
  }

  private static String encoded(String prefixHex, String base64Url) {
    byte[] key = Base64.getUrlDecoder().decode(base64Url);
    return Base64.getEncoder()
        .encodeToString(HexFormat.of().parseHex(prefixHex + HexFormat.of().formatHex(key)));
  }

  private static String text(String base64Url) {
    return new String(
        Base64.getUrlDecoder().decode(base64Url), java.nio.charset.StandardCharsets.UTF_8);
  }
}
