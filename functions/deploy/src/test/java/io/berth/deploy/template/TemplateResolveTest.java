// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static io.berth.deploy.template.TemplateText.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.auth.ApprovalKeys;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateResolveTest {
  private static final String SECRET = "whsec_" + "A".repeat(32);

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void exported() throws IOException {
    SmallBundle.write(folder.resolve("code.zip"));
    environment.put("CALLERS_CREATE", "bot:" + SECRET + ":tcr-create-instance");
    environment.put("CALLERS_DESCRIBE", "bot:" + SECRET + ":*");
    environment.put("KEYS", "k1:" + ApprovalKeys.generate().publicKey());
  }

  @Test
  void fillsInEachFunctionsOwnVariables() throws IOException {
    ResolvedTemplate resolved = resolve(GOOD);

    assertThat(resolved.mistakes()).isEmpty();
    assertThat(resolved.functions())
        .extracting(DeployableFunction::name)
        .containsExactly("tcr-create-instance", "tcr-describe-instances");
    DeployableFunction create = resolved.functions().get(0);
    assertThat(create.environment())
        .containsEntry("BERTH_REQUIRE_APPROVAL", Secret.of("true"))
        .containsEntry("BERTH_CALLERS", Secret.of(environment.get("CALLERS_CREATE")))
        .doesNotContainKey("BERTH_CLOUD_ENDPOINT");
    assertThat(create.memorySize()).isEqualTo(512);
    assertThat(create.url()).isEqualTo(new FunctionUrl("url", "NONE", true, false, false));
    assertThat(resolved.functions().get(1).environment()).containsOnlyKeys("BERTH_CALLERS");
  }

  @Test
  void keepsValuesOutOfItsText() throws IOException {
    assertThat(resolve(GOOD).toString()).contains("BERTH_CALLERS=***").doesNotContain("whsec_");
  }

  @Test
  void namesEachVariableThatIsNotSet() throws IOException {
    environment.keySet().removeAll(List.of("KEYS", "CALLERS_DESCRIBE"));

    assertThat(linesOf(GOOD))
        .containsExactly(
            "template.yaml:21: BERTH_APPROVAL_KEYS takes ${KEYS}, which is not set; export it,"
                + " then deploy again",
            "template.yaml:37: BERTH_CALLERS takes ${CALLERS_DESCRIBE}, which is not set; export"
                + " it, then deploy again");
    assertThat(resolve(GOOD).functions()).isEmpty();
  }

  @Test
  void namesTheEntryOfAMalformedCallerAndNoSecret() throws IOException {
    environment.put("CALLERS_CREATE", "bot:whsec_short:*");

    assertThat(linesOf(GOOD))
        .containsExactly(
            "template.yaml:19: BERTH_CALLERS entry 1, secret 1, must be whsec_ and base64 of 24 to"
                + " 64 bytes; correct it where it is exported");
  }

  @Test
  void noticesThatNobodyMayCall() throws IOException {
    environment.put("CALLERS_CREATE", "bot:" + SECRET + ":tcr-describe-instances");

    assertThat(linesOf(GOOD))
        .containsExactly(
            "template.yaml:19: no caller in BERTH_CALLERS may call tcr-create-instance, so add that"
                + " name, or *, behind a caller's secret; correct it where it is exported");
  }

  @Test
  void noticesAMisspeltCallerWhoWasMeantToNeedAnApproval() throws IOException {
    environment.put("APPROVAL", "bot,bott");

    assertThat(linesOf(GOOD))
        .containsExactly(
            "template.yaml:20: BERTH_REQUIRE_APPROVAL must be true, false or names out of"
                + " BERTH_CALLERS, and 'bott' is none of them; correct it where it is exported");
    environment.put("APPROVAL", "bot");
    assertThat(linesOf(GOOD)).isEmpty();
  }

  @Test
  void namesTheEntryOfAMalformedApprovalKey() throws IOException {
    environment.put("KEYS", "k1:nonsense");

    assertThat(linesOf(GOOD))
        .containsExactly(
            "template.yaml:21: BERTH_APPROVAL_KEYS entry 1 is not an Ed25519 public key in base64;"
                + " correct it where it is exported");
  }

  @Test
  void countsTheBytesOfWhatWasFilledIn() throws IOException {
    environment.put("ENDPOINT", "x".repeat(4096));

    assertThat(linesOf(GOOD))
        .singleElement()
        .asString()
        .startsWith("template.yaml:19: filled in, the variables take 4")
        .endsWith("bytes of SCF's 4096 for names and values together; shorten them");
  }

  private List<String> linesOf(String yaml) throws IOException {
    return resolve(yaml).mistakes().stream().map(m -> m.in("template.yaml")).toList();
  }

  private ResolvedTemplate resolve(String yaml) throws IOException {
    Path file = folder.resolve("template.yaml");
    Files.writeString(file, yaml);
    return Template.read(file).resolve(environment);
  }
}
