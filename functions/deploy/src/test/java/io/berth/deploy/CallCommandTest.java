// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.RequestMark;
import io.berth.contract.auth.WebhookVerifier.Verified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallCommandTest {
  private static final String SECRET = "whsec_" + "A".repeat(32);
  private static final String OTHER = "whsec_" + "B".repeat(32);
  private static final String BODY = "{\"Region\":\"ap-guangzhou\",\"Name\":\"é\"}";

  @TempDir Path folder;
  private FunctionStub function;
  private final CommandLineRun run = new CommandLineRun().with("BERTH_CALL_SECRET", SECRET);

  @BeforeEach
  void start() throws IOException {
    function =
        FunctionStub.start(
            "ci:" + SECRET + ":*;bot:" + OTHER + ":*",
            Clock.fixed(CommandLineRun.NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() {
    function.close();
    assertThat(run.out() + run.err()).doesNotContain(SECRET, OTHER, "\tat ");
  }

  @Test
  void signsSoThatTheFunctionKnowsTheCaller() {
    int exit = call("--caller", "ci", "--id", "deploy-42", "--data", BODY);

    assertThat(exit).isZero();
    assertThat(run.out()).isEqualTo("{\"Outcome\":\"ok\"}\n");
    assertThat(run.errLines())
        .containsExactly(
            "tcr-create-instance: HTTP 200  webhook-id deploy-42  request-id "
                + RequestMark.requestIdOf("ci", "deploy-42"));
    FunctionStub.ReceivedCall call = function.received.get(0);
    assertThat(call.body()).isEqualTo(BODY);
    assertThat(call.headers()).containsEntry("content-type", List.of("application/json"));
    assertThat(call.verified())
        .isInstanceOfSatisfying(
            Verified.Accepted.class,
            accepted -> assertThat(accepted.caller().name()).isEqualTo("ci"));
  }

  @Test
  void makesANewIdForEachCall() {
    call("--data", BODY);
    call("--data", BODY);

    assertThat(function.received)
        .extracting(call -> call.headers().get("webhook-id").get(0))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.length() == 26);
  }

  @Test
  void readsTheBodyFromAFileOrStandardInput() throws IOException {
    Path file = Files.writeString(folder.resolve("body.json"), BODY);

    assertThat(call("--data-file", file.toString())).isZero();
    run.in(BODY);
    assertThat(call()).isZero();
    assertThat(function.received)
        .extracting(FunctionStub.ReceivedCall::body)
        .containsExactly(BODY, BODY);
  }

  @Test
  void takesItsSecretOutOfACallersList() {
    run.with("LIST", "ci:" + OTHER + "|" + SECRET + ":*;bot:" + SECRET.replace('A', 'C') + ":*");

    assertThat(call("--secret-env", "LIST", "--caller", "ci", "--data", BODY)).isZero();
    assertThat(function.received.get(0).verified()).isInstanceOf(Verified.Accepted.class);
    assertThat(call("--secret-env", "LIST", "--data", BODY)).isEqualTo(2);
    assertThat(run.errLines())
        .containsExactly("LIST lists several callers; pick one with --caller: ci, bot");
    assertThat(call("--secret-env", "LIST", "--caller", "x", "--data", BODY)).isEqualTo(2);
    assertThat(run.errLines()).containsExactly("no caller 'x' in LIST; it has ci, bot");
  }

  @Test
  void carriesAnApprovalWithItsOwnId() {
    String request = "01KAM3ZZZZZZZZZZZZZZZZZZZZ";

    assertThat(call("--approval", "a.b.c", "--data", BODY)).isEqualTo(2);
    assertThat(run.err()).startsWith("an approval fits one webhook-id only");
    assertThat(call("--approval", "a.b.c", "--id", request + "-1", "--data", BODY)).isZero();
    assertThat(function.received.get(0).headers())
        .containsEntry("berth-approval", List.of("a.b.c"));
    assertThat(run.err()).contains("request-id " + request);
  }

  @Test
  void printsARefusalAndFails() {
    function.status = 401;
    function.answer = "{\"Error\":{\"Code\":\"Unauthorized\"}}";

    assertThat(call("--data", BODY)).isEqualTo(1);
    assertThat(run.out()).contains("Unauthorized");
    assertThat(run.err()).contains("HTTP 401");
  }

  @Test
  void doesNotFollowARedirect() {
    function.status = 307;

    assertThat(call("--data", BODY)).isEqualTo(1);
    assertThat(function.received).hasSize(1);
  }

  @Test
  void sendsOnceAndSaysThatItMayHaveHadItsEffect() {
    function.silent = true;

    assertThat(call("--id", "x1", "--data", BODY)).isEqualTo(1);
    assertThat(function.received).hasSize(1);
    assertThat(run.err())
        .contains("the call may have had its effect. To find out, make it again with --id x1");
  }

  @Test
  void saysWhenNobodyListens() {
    String url = function.url();
    function.close();

    assertThat(run.run("call", "tcr-create-instance", "--url", url, "--data", BODY)).isEqualTo(1);
    assertThat(run.errLines())
        .containsExactly(
            "tcr-create-instance: nobody answers at " + url + "; nothing was sent, so check --url");
  }

  @Test
  void refusesInputThatCannotBeUsed() {
    refused(
        "unknown function 'tcr-create'; there are tcr-create-instance",
        "call",
        "tcr-create",
        "--url",
        function.url());
    refused(
        "unknown function 'tcr-create-instances'; did you mean tcr-create-instance?",
        "call",
        "tcr-create-instances",
        "--url",
        function.url());
    refused(
        "--url 'http://example.com/x' must be https",
        "call",
        "tcr-create-instance",
        "--url",
        "http://example.com/x");
    refused(
        "--url 'https://u@example.com/' must be https without user",
        "call",
        "tcr-create-instance",
        "--url",
        "https://u@example.com/");
    refused(
        "--id 'a.b' must have 1 to 64",
        "call",
        "tcr-create-instance",
        "--url",
        function.url(),
        "--id",
        "a.b",
        "--data",
        BODY);
    refused("standard input is empty", "call", "tcr-create-instance", "--url", function.url());
    refused(
        "--data-file none.json cannot be read",
        "call",
        "tcr-create-instance",
        "--url",
        function.url(),
        "--data-file",
        "none.json");
    refused("Missing required option: '--url=URL'", "call", "tcr-create-instance");
    refused(
        "Error: --data=JSON, --data-file=FILE are mutually exclusive",
        "call",
        "tcr-create-instance",
        "--url",
        function.url(),
        "--data",
        "1",
        "--data-file",
        "x");
    assertThat(function.received).isEmpty();
  }

  @Test
  void refusesASecretThatIsMissingOrMalformed() {
    run.without("BERTH_CALL_SECRET");
    refused(
        "BERTH_CALL_SECRET is not set; export the whsec_ secret",
        "call",
        "tcr-create-instance",
        "--url",
        function.url(),
        "--data",
        BODY);
    run.with("BERTH_CALL_SECRET", "whsec_short");
    refused(
        "BERTH_CALL_SECRET must be whsec_ and base64 of 24 to 64 bytes",
        "call",
        "tcr-create-instance",
        "--url",
        function.url(),
        "--data",
        BODY);
    run.with("BERTH_CALL_SECRET", "hunter2");
    refused(
        "BERTH_CALL_SECRET entry 1 must have the form name:secret:functions",
        "call",
        "tcr-create-instance",
        "--url",
        function.url(),
        "--data",
        BODY);
  }

  @Test
  void keepsASecretOnTheCommandLineOutOfItsAnswer() {
    refused(
        "Unknown options: '--secret', 'whsec_***'",
        "call",
        "tcr-create-instance",
        "--url",
        function.url(),
        "--secret",
        SECRET);
  }

  private void refused(String beginning, String... args) {
    assertThat(run.run(args)).isEqualTo(2);
    assertThat(run.err()).startsWith(beginning);
    assertThat(run.out()).isEmpty();
  }

  private int call(String... more) {
    String[] fixed = {"call", "tcr-create-instance", "--url", function.url()};
    String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return run.run(all);
  }
}
