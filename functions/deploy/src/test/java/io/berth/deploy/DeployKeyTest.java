// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.contract.text.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the cloud key of whoever deploys comes from. */
class DeployKeyTest {
  private static final String TCCLI = ".tccli/default.credential";
  private static final String SDK = ".tencentcloud/credentials";

  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void home() {
    environment.put("HOME", home.toString());
  }

  @Test
  void isFirstThatOfTheEnvironment() throws IOException {
    write(TCCLI, "{\"secretId\":\"AKIDfile\",\"secretKey\":\"canary\"}");
    environment.put("TENCENTCLOUD_SECRET_ID", "AKIDenv");
    environment.put("TENCENTCLOUD_SECRET_KEY", "k");

    assertThat(find().credentials().secretId()).isEqualTo("AKIDenv");
    assertThat(find().from()).isEmpty();
  }

  @Test
  void isNotTakenFromAFileWhenTheEnvironmentHasHalfOfOne() throws IOException {
    write(TCCLI, "{\"secretId\":\"AKIDfile\",\"secretKey\":\"canary\"}");
    environment.put("TENCENTCLOUD_SECRET_ID", "AKIDenv");

    assertThatThrownBy(this::find)
        .hasMessage(
            "credentials missing: export TENCENTCLOUD_SECRET_KEY (and TENCENTCLOUD_TOKEN for"
                + " temporary keys)");
  }

  @Test
  void isThatOfTccli() throws IOException {
    write(SDK, "[default]\nsecret_id = AKIDsdk\nsecret_key = k\n");
    write(
        TCCLI,
        """
        {
          "secretId": "AKIDfile",
          "secretKey": "canary",
          "token": "temporary"
        }
        """);

    assertThat(find().credentials().secretId()).isEqualTo("AKIDfile");
    assertThat(find().credentials().secretKey()).isEqualTo(Secret.of("canary"));
    assertThat(find().credentials().token()).contains(Secret.of("temporary"));
    assertThat(find().from()).contains("~/.tccli/default.credential");
    assertThat(find().toString()).doesNotContain("canary", "temporary");
  }

  @Test
  void isThatOfTheSdks() throws IOException {
    write(
        SDK,
        """
        ; made by hand
        [other]
        secret_id = AKIDother
        secret_key = other
        [default]
        # the one
        secret_id = AKIDsdk
        secret_key=a=b
        """);

    assertThat(find().credentials().secretId()).isEqualTo("AKIDsdk");
    assertThat(find().credentials().secretKey()).isEqualTo(Secret.of("a=b"));
    assertThat(find().credentials().token()).isEmpty();
    assertThat(find().from()).contains("~/.tencentcloud/credentials");
  }

  @Test
  void isThatOfAProfile() throws IOException {
    write(TCCLI, "{\"secretId\":\"AKIDfile\",\"secretKey\":\"canary\"}");
    write(".tccli/prod.credential", "{\"secretId\":\"AKIDprod\",\"secretKey\":\"k\"}");
    environment.put("TCCLI_PROFILE", "prod");

    assertThat(find().credentials().secretId()).isEqualTo("AKIDprod");
    environment.put("TENCENTCLOUD_SECRET_ID", "AKIDenv");
    environment.put("TENCENTCLOUD_SECRET_KEY", "k");
    assertThat(find().credentials().secretId()).isEqualTo("AKIDenv");
    assertThat(find("default").credentials().secretId()).isEqualTo("AKIDfile");
  }

  @Test
  void isRefusedForAProfileThatIsNotThere() throws IOException {
    write(SDK, "[default]\nsecret_id = AKIDsdk\nsecret_key = k\n");

    assertThatThrownBy(() -> find("prod"))
        .hasMessage(
            "there is no ~/.tccli/prod.credential; make it with tccli configure --profile prod");
    environment.put("TCCLI_PROFILE", "prod");
    assertThatThrownBy(this::find).hasMessageStartingWith("TCCLI_PROFILE: there is no ~/.tccli/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/b", ".hidden", "", "a b", "\u001b[31m"})
  void refusesAProfileThatIsNoName(String profile) {
    assertThatThrownBy(() -> find(profile))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("profile '[^\u001b]*' must have 1 to 64 letters, digits and _ \\. -");
  }

  @ParameterizedTest
  @CsvSource({
    "rw-r-----,.tccli/default.credential",
    "rw----r--,.tccli/default.credential",
    "rw--w----,.tencentcloud/credentials",
    "rw-----w-,.tencentcloud/credentials"
  })
  void refusesAFileThatOthersCanReadOrWrite(String mode, String name) throws IOException {
    write(
        name,
        name.equals(TCCLI)
            ? "{\"secretId\":\"AKIDfile\",\"secretKey\":\"canary\"}"
            : "[default]\nsecret_id = AKIDsdk\nsecret_key = canary\n");
    Files.setPosixFilePermissions(home.resolve(name), PosixFilePermissions.fromString(mode));

    assertThatThrownBy(this::find)
        .hasMessage("~/" + name + " can be read or written by others; chmod 600 ~/" + name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "canary | is not a JSON object; write it anew with tccli configure",
        "{\"secretId\":\"canary\"} | lacks secretId or secretKey; write both, or export the key",
        "{\"secretId\":7,\"secretKey\":\"canary\"} | lacks secretId or secretKey; write both, or"
            + " export the key",
        "{\"secretId\":\"A\",\"secretKey\":\"canary\",\"role-arn\":\"qcs::cam\"} | names a role to"
            + " assume, which deploy does not do; export its keys"
      })
  void refusesAFileWithoutAKeyAndShowsNothingOfIt(String text, String rule) throws IOException {
    write(TCCLI, text);

    assertThatThrownBy(this::find).hasMessage("~/" + TCCLI + " " + rule);
  }

  @Test
  void refusesAFileThatIsTooLargeToBeOne() throws IOException {
    write(TCCLI, " ".repeat(64 * 1024 + 1));

    assertThatThrownBy(this::find).hasMessageContaining("is larger than 64 KB");
  }

  @Test
  void isMissingWhereThereIsNothing() {
    assertThatThrownBy(this::find)
        .hasMessage(
            "credentials missing: export TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY (and"
                + " TENCENTCLOUD_TOKEN for temporary keys), or run tccli configure");
    environment.remove("HOME");
    assertThatThrownBy(this::find).hasMessageStartingWith("credentials missing: ");
  }

  private DeployKey find() {
    return DeployKey.find(environment, Optional.empty());
  }

  private DeployKey find(String profile) {
    return DeployKey.find(environment, Optional.of(profile));
  }

  private void write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
