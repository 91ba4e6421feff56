// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.cloud.CloudClient;
import io.berth.cloud.Credentials;
import io.berth.cloud.Endpoint;
import io.berth.cloud.Timeouts;
import io.berth.contract.auth.ApprovalKeys;
import io.berth.contract.text.Secret;
import io.berth.deploy.scf.DeployStatus;
import io.berth.deploy.scf.Deployer;
import io.berth.deploy.scf.Deployment;
import io.berth.deploy.scf.ScfApi;
import io.berth.deploy.template.DeployableFunction;
import io.berth.deploy.template.ResolvedTemplate;
import io.berth.deploy.template.SmallBundle;
import io.berth.deploy.template.Template;
import io.berth.deploy.template.TemplateText;
import io.berth.emulator.Emulator;
import io.berth.emulator.Options;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever goes wrong at whichever call: one sentence that says what to do, nothing done twice, and
 * the next deploy finishes the job.
 */
class DeployFaultsTest {
  private static final String AGAIN = "; deploy again, it goes on where it stopped";

  @TempDir Path folder;
  private Emulator emulator;
  private CloudClient client;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String keys = "k1:" + ApprovalKeys.generate().publicKey();

  @BeforeEach
  void start() throws IOException {
    emulator =
        Emulator.start(
            new Options(
                0,
                0,
                "AKIDemulator",
                "key",
                Clock.systemUTC(),
                new SecureRandom(),
                folder.resolve("scf"),
                new PrintStream(OutputStream.nullOutputStream())));
    client =
        new CloudClient(
            Endpoint.parse(emulator.cloud().toString()),
            Clock.systemUTC(),
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(3)));
    SmallBundle.write(folder.resolve("code.zip"));
  }

  @AfterEach
  void stop() {
    client.close();
    emulator.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "UnauthorizedOperation.CAM | allow the deploying key this scf: action, and cam:PassRole on"
            + " the function's role",
        "LimitExceeded.Function | delete what is not needed in this region, or ask for a higher"
            + " quota",
        "InvalidParameterValue.MemorySize | correct this value in the template, then deploy again",
        "InternalError | deploy again; it goes on where it stopped",
        "FailedOperation.QcsRoleNotFound | create the role in CAM with scf.qcloud.com as trusted"
            + " service, or correct Role",
        "ResourceUnavailable.InsufficientBalance | top up the account, then deploy again",
        "AuthFailure.SignatureExpire | set this machine's clock, then deploy again",
        "Unheard.Of | look the code up in SCF's list of error codes, or send SCF's support the"
            + " request id"
      })
  void saysWhatScfSaidAndWhatToDo(String code, String advice) throws Exception {
    fault("\"action\":\"CreateFunction\",\"effect\":\"error\",\"code\":\"" + code + "\"");

    assertThat(failure(deploy(256)))
        .matches("CreateFunction was refused: " + code + ", .*\\(request id [0-9a-f-]{36}\\); .*")
        .endsWith("); " + advice);
    finishes(256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"effect\":\"lose-answer\"",
        "\"effect\":\"close\"",
        "\"effect\":\"reset\"",
        "\"effect\":\"truncated\"",
        "\"effect\":\"hang\",\"millis\":1500",
        "\"effect\":\"hang\",\"millis\":1500,\"at\":\"after-commit\""
      })
  void finishesAfterALostAnswerOfAnyChange(String effect) throws Exception {
    for (String action : List.of("CreateFunction", "CreateTrigger")) {
      fault("\"action\":\"" + action + "\"," + effect);
      assertThat(failure(deploy(256))).startsWith(action + " got no answer: ").endsWith(AGAIN);
    }
    finishes(256);

    SmallBundle.write(folder.resolve("code.zip"), "bootstrap", "#!/bin/sh\nexit 1\n", "rwxr-xr-x");
    for (String action : List.of("UpdateFunctionCode", "UpdateFunctionConfiguration")) {
      fault("\"action\":\"" + action + "\"," + effect);
      assertThat(failure(deploy(512))).startsWith(action + " got no answer: ").endsWith(AGAIN);
    }
    finishes(512);
  }

  @Test
  void asksAgainWhatOnlyReads() throws Exception {
    fault("\"effect\":\"close\",\"action\":\"GetFunction\",\"count\":3");

    assertThat(deploy(256).failure()).isEmpty();
  }

  @Test
  void givesUpOnAReadThatIsNeverAnswered() throws Exception {
    fault("\"effect\":\"close\",\"action\":\"GetFunction\",\"count\":5");

    assertThat(failure(deploy(256))).startsWith("GetFunction got no answer: ").endsWith(AGAIN);
    finishes(256);
  }

  @Test
  void waitsOutARateLimitAndSaysSoWhenItDoesNotEnd() throws Exception {
    String limited = "\"effect\":\"error\",\"code\":\"RequestLimitExceeded\"";
    fault("\"action\":\"CreateFunction\",\"count\":4," + limited);
    assertThat(deploy(256).failure()).isEmpty();

    fault("\"action\":\"UpdateFunctionConfiguration\",\"count\":5," + limited);
    assertThat(failure(deploy(512)))
        .startsWith("UpdateFunctionConfiguration was refused: RequestLimitExceeded, ")
        .endsWith("); wait a minute, then deploy again");
    finishes(512);
  }

  @Test
  void saysThatSomethingElseAnswers() throws Exception {
    fault("\"action\":\"CreateFunction\",\"effect\":\"malformed\"");

    assertThat(failure(deploy(256)))
        .startsWith("CreateFunction got an answer that is not SCF's: ")
        .endsWith("; check --endpoint and any proxy");
    finishes(256);
  }

  @Test
  void saysWhyCodeWasNotTakenAndFinishesOnceItIsRight() throws Exception {
    spoil(folder.resolve("code.zip"));
    assertThat(failure(deploy(256)))
        .startsWith("CreateFunction ended in CreateFailed: InvalidParameterValue.ZipFile ")
        .endsWith("; correct the cause, then deploy again");

    SmallBundle.write(folder.resolve("code.zip"));
    finishes(256);

    spoil(folder.resolve("code.zip"));
    assertThat(failure(deploy(256)))
        .startsWith("UpdateFunctionCode ended in UpdateFailed: InvalidParameterValue.ZipFile ")
        .endsWith("; correct the cause, then deploy again (the old one goes on serving)");

    SmallBundle.write(folder.resolve("code.zip"), "bootstrap", "#!/bin/sh\nexit 2\n", "rwxr-xr-x");
    finishes(256);
  }

  private void finishes(int memory) throws Exception {
    assertThat(deploy(memory).failure()).isEmpty();
    assertThat(deploy(memory).functions())
        .hasSize(2)
        .allSatisfy(f -> assertThat(f.status()).isEqualTo(DeployStatus.UNCHANGED));
  }

  private static String failure(Deployment deployment) {
    assertThat(deployment.failure()).isPresent();
    String sentence = deployment.failure().orElseThrow().sentence();
    assertThat(sentence).doesNotContain("\n", "Exception");
    return sentence;
  }

  private Deployment deploy(int memory) throws Exception {
    Credentials key = new Credentials("AKIDemulator", Secret.of("key"), Optional.empty());
    ScfApi api =
        new ScfApi(client, key, "ap-guangzhou", millis -> Thread.sleep(Math.min(millis, 100)));
    return new Deployer(api, Optional.empty(), false).deploy(functions(memory), done -> {});
  }

  private List<DeployableFunction> functions(int memory) throws IOException {
    Path file = folder.resolve("template.yaml");
    Files.writeString(file, TemplateText.with("512", Integer.toString(memory)));
    String secret = "whsec_" + "A".repeat(32);
    ResolvedTemplate resolved =
        Template.read(file)
            .resolve(
                Map.of(
                    "CALLERS_CREATE", "bot:" + secret + ":tcr-create-instance",
                    "CALLERS_DESCRIBE", "bot:" + secret + ":tcr-describe-instances",
                    "KEYS", keys));
    assertThat(resolved.mistakes()).isEmpty();
    return resolved.functions();
  }

  private void fault(String rule) throws Exception {
    URI faults = emulator.cloud().resolve("/_emulator/faults");
    HttpRequest request =
        HttpRequest.newBuilder(faults).PUT(BodyPublishers.ofString("[{" + rule + "}]")).build();
    assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  /** Adds an entry that `check` has no rule for and SCF, as the emulator plays it, refuses. */
  private static void spoil(Path zip) throws IOException {
    SmallBundle.write(zip);
    try (FileSystem files = FileSystems.newFileSystem(zip, Map.of())) {
      Files.write(files.getPath("/a~b"), new byte[0]);
    }
    // The zip file system would turn the backslash itself into a folder.
    String bytes = Files.readString(zip, StandardCharsets.ISO_8859_1);
    Files.writeString(zip, bytes.replace("a~b", "a\\b"), StandardCharsets.ISO_8859_1);
  }
}
