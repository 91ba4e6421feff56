// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions as real processes. */
class PlatformTest {
  @TempDir Path folder;
  private RunningScf scf;

  @BeforeEach
  void start() throws Exception {
    scf = new RunningScf(folder, 2, Runnable::run);
  }

  @AfterEach
  void stop() {
    scf.close();
  }

  private static ObjectNode probe() {
    return RunningScf.function("probe", Zips.probe("one"));
  }

  private static ObjectNode with(ObjectNode function, String key, String value) {
    function
        .putObject("Environment")
        .putArray("Variables")
        .addObject()
        .put("Key", key)
        .put("Value", value);
    return function;
  }

  @Test
  void answersThroughTheFunctionUrl() throws Exception {
    scf.deploy(probe());

    HttpResponse<String> answer = scf.post("/probe", "do:echo:grüß dich;");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("grüß dich");
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/plain");
    assertThat(answer.headers().firstValue("x-scf-request-id").orElseThrow())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void tellsRequestIdMemoryAndTimeWithTheEvent() throws Exception {
    scf.deploy(probe());

    HttpResponse<String> answer = scf.post("/probe", "do:limits:;");

    assertThat(answer.body())
        .isEqualTo(answer.headers().firstValue("x-scf-request-id").orElseThrow() + " 128 30000");
  }

  @Test
  void keepsTheInstanceForTheNextCall() throws Exception {
    scf.deploy(probe());

    String first = scf.post("/probe", "do:pid:;").body();

    assertThat(scf.post("/probe", "do:pid:;").body()).isEqualTo(first);
  }

  @Test
  void givesTheSameEventAgainWithinOneInvocation() throws Exception {
    scf.deploy(probe());

    assertThat(scf.post("/probe", "do:again:;").body()).isEqualTo("true true");
  }

  @Test
  void takesTheFirstPostAsFinal() throws Exception {
    scf.deploy(probe());

    assertThat(scf.post("/probe", "do:twice:;").body()).isEqualTo("first");
    assertThat(scf.post("/probe", "do:echo:next;").body()).isEqualTo("next");
  }

  @Test
  void endsAnInstanceThatIsNotReadyInTime() throws Exception {
    scf.deploy(with(probe(), "PROBE_INIT", "never").put("InitTimeout", 3));

    HttpResponse<String> answer = scf.post("/probe", "do:echo:x;");

    assertThat(answer.statusCode()).isEqualTo(450);
    assertThat(answer.body())
        .contains("init timeout: bootstrap did not post /runtime/init/ready within 3 seconds");
    noProcessIsLeft();
  }

  @Test
  void endsAnInstanceThatFetchesNoEvent() throws Exception {
    scf.deploy(with(probe(), "PROBE_INIT", "idle").put("Timeout", 1));

    HttpResponse<String> answer = scf.post("/probe", "do:echo:x;");

    assertThat(answer.statusCode()).isEqualTo(433);
    assertThat(answer.body()).contains("waiting for event timed out");
    noProcessIsLeft();
  }

  @Test
  void endsAnInstanceThatRunsTooLong_andServesTheNextCallWithAnother() throws Exception {
    scf.deploy(probe().put("Timeout", 1));
    long pid = Long.parseLong(scf.post("/probe", "do:pid:;").body());

    HttpResponse<String> answer = scf.post("/probe", "do:sleep:;");

    assertThat(answer.statusCode()).isEqualTo(433);
    assertThat(answer.body()).contains("Invoking task timed out after 1 seconds");
    Await.until("the instance is gone", () -> !Await.alive(pid));
    assertThat(Long.parseLong(scf.post("/probe", "do:pid:;").body())).isNotEqualTo(pid);
  }

  @Test
  void replacesAnInstanceThatDied() throws Exception {
    scf.deploy(probe());
    long pid = Long.parseLong(scf.post("/probe", "do:quit:;").body());

    // At once: a call that the dying process never saw goes to another one.
    assertThat(Long.parseLong(scf.post("/probe", "do:pid:;").body())).isNotEqualTo(pid);
  }

  @Test
  void saysThatTheProcessEndedBeforeItAnswered() throws Exception {
    scf.deploy(probe());

    HttpResponse<String> answer = scf.post("/probe", "do:exit:5;");

    assertThat(answer.statusCode()).isEqualTo(439);
    assertThat(answer.body()).contains("the process ended with exit code 5 before it answered");
  }

  @Test
  void saysThatTheProcessEndedBeforeItWasReady() throws Exception {
    scf.deploy(with(probe(), "PROBE_INIT", "exit"));

    HttpResponse<String> answer = scf.post("/probe", "do:echo:x;");

    assertThat(answer.statusCode()).isEqualTo(439);
    assertThat(answer.body()).contains("the process ended with exit code 7 before it was ready");
    assertThat(scf.scf.logs("probe")).contains("probe starts");
  }

  @Test
  void saysThatBootstrapCannotBeStarted() throws Exception {
    scf.deploy(RunningScf.function("probe", Zips.probe("one", "#!/no/such/shell\n")));

    HttpResponse<String> answer = scf.post("/probe", "do:echo:x;");

    assertThat(answer.statusCode()).isEqualTo(439);
    assertThat(answer.body()).contains("bootstrap could not be started");
    assertThat(folderEntries(".*/functions-[0-9]+/(probe|code)-[0-9]+")).hasSize(1);
  }

  @Test
  void endsAnIdleInstanceByTheClock() throws Exception {
    scf.deploy(probe());
    long pid = Long.parseLong(scf.post("/probe", "do:pid:;").body());
    scf.clock.advance(Duration.ofMinutes(9));
    assertThat(Long.parseLong(scf.post("/probe", "do:pid:;").body())).isEqualTo(pid);

    scf.clock.advance(Duration.ofMinutes(10));

    Await.until("the instance is gone", () -> !Await.alive(pid));
    assertThat(Long.parseLong(scf.post("/probe", "do:pid:;").body())).isNotEqualTo(pid);
  }

  @Test
  void startsASecondInstanceForACallAtTheSameTime_andRefusesTheThird() throws Exception {
    scf.deploy(probe());
    Path meeting = Files.createDirectory(folder.resolve("meeting"));
    String meet = "do:meet:" + meeting + ";";
    CompletableFuture<HttpResponse<String>> first = scf.postLater("/probe", meet);
    CompletableFuture<HttpResponse<String>> second = scf.postLater("/probe", meet);
    Await.until("both are at work", () -> count(meeting) == 2);

    HttpResponse<String> third = scf.post("/probe", "do:echo:x;");
    Files.writeString(meeting.resolve("go"), "");

    assertThat(third.statusCode()).isEqualTo(432);
    assertThat(third.body()).contains("all 2 instances of the function are busy");
    assertThat(first.get().body()).isNotEqualTo(second.get().body());
    assertThat(scf.post("/probe", "do:pid:;").body()).isIn(first.get().body(), second.get().body());
  }

  @Test
  void collectsOutputAndSaysWhatWasReturned() throws Exception {
    scf.deploy(probe());

    HttpResponse<String> answer = scf.post("/probe", "do:print:hello log;");
    String id = answer.headers().firstValue("x-scf-request-id").orElseThrow();

    assertThat(scf.terminal()).contains("[probe] hello log\n", "[probe] to stderr\n");
    List<String> lines = scf.scf.logs("probe");
    assertThat(lines.get(0)).isEqualTo("START RequestId: " + id);
    assertThat(lines.subList(1, 3)).anyMatch("probe starts"::equals);
    assertThat(lines).anyMatch(line -> line.startsWith("Init Report RequestId: " + id));
    assertThat(lines)
        .containsSubsequence(
            "hello log",
            "Response RequestId: "
                + id
                + " RetMsg:\"{\\\"statusCode\\\":200,\\\"headers\\\":{\\\"content-type\\\":"
                + "\\\"text/plain\\\"},\\\"body\\\":\\\"printed\\\"}\"",
            "END RequestId: " + id);
    assertThat(lines.get(lines.size() - 1))
        .matches("Report RequestId: " + id + " Duration:[0-9.]+ms Memory:128MB MemUsage:[0-9.]+MB");
    assertThat(Files.readAllLines(folder.resolve("logs/probe.log"))).isEqualTo(lines);
  }

  @Test
  void answersInvokeFunctionWithAllFieldsOfResult() throws Exception {
    scf.deploy(probe());

    ObjectNode result = (ObjectNode) scf.invoke("probe", "do:plain:{};");

    assertThat(result.properties())
        .extracting(java.util.Map.Entry::getKey)
        .containsExactly(
            "RetMsg",
            "ErrMsg",
            "Log",
            "MemUsage",
            "Duration",
            "BillDuration",
            "FunctionRequestId",
            "InvokeResult");
    assertThat(result.get("RetMsg").textValue()).isEqualTo("{}");
    assertThat(result.get("ErrMsg").textValue()).isEmpty();
    assertThat(result.get("Log").textValue())
        .contains("START RequestId", "probe starts", "RetMsg:\"{}\"");
    assertThat(result.get("Duration").isDouble()).isTrue();
    assertThat(result.get("BillDuration").asLong()).isPositive();
    assertThat(result.get("InvokeResult").asInt()).isZero();
  }

  @Test
  void answersInvokeFunctionWithTheErrorOfTheFunction() throws Exception {
    scf.deploy(probe());

    ObjectNode result = (ObjectNode) scf.invoke("probe", "do:fail:no such colour;");

    assertThat(result.get("RetMsg").textValue()).isEmpty();
    assertThat(result.get("ErrMsg").textValue())
        .isEqualTo(
            "{\"errorCode\":-1,\"errorMessage\":\"no such colour\",\"requestId\":\""
                + result.get("FunctionRequestId").textValue()
                + "\",\"statusCode\":430}");
    assertThat(result.get("InvokeResult").asInt()).isEqualTo(-1);
    assertThat(scf.post("/probe", "do:fail:x;").statusCode()).isEqualTo(430);
  }

  @Test
  void refusesAResponseAbove6Mb_andKeepsTheInstance() throws Exception {
    scf.deploy(probe());

    HttpResponse<String> answer = scf.post("/probe", "do:big:" + (6 * 1024 * 1024 + 1) + ";");

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body()).contains("the response is larger than 6 MB", "\"statusCode\":407");
    assertThat(scf.post("/probe", "do:big:" + 6 * 1024 * 1024 + ";").body())
        .hasSize(6 * 1024 * 1024);
  }

  @Test
  void servesTheNewCodeAfterAnUpdate() throws Exception {
    scf.deploy(probe());
    long old = Long.parseLong(scf.post("/probe", "do:pid:;").body());
    assertThat(scf.post("/probe", "do:version:;").body()).isEqualTo("one");

    scf.call(
        "UpdateFunctionCode",
        RunningScf.named("probe").put("ZipFile", Zips.base64(Zips.probe("two"))));

    assertThat(scf.post("/probe", "do:version:;").body()).isEqualTo("two");
    Await.until("the old instance is gone", () -> !Await.alive(old));
    Await.until("the old code is gone", () -> folderEntries(".*/version.txt").size() == 1);
  }

  @Test
  void lets_aCallUnderWayFinishOnTheOldCode() throws Exception {
    scf.deploy(probe());
    Path meeting = Files.createDirectory(folder.resolve("meeting"));
    CompletableFuture<HttpResponse<String>> under =
        scf.postLater("/probe", "do:meet:" + meeting + ";");
    Await.until("it is at work", () -> count(meeting) == 1);

    scf.call(
        "UpdateFunctionCode",
        RunningScf.named("probe").put("ZipFile", Zips.base64(Zips.probe("two"))));
    assertThat(scf.post("/probe", "do:version:;").body()).isEqualTo("two");
    Files.writeString(meeting.resolve("go"), "");

    assertThat(under.get().statusCode()).isEqualTo(200);
    long old = Long.parseLong(under.get().body());
    Await.until("the old instance is gone", () -> !Await.alive(old));
  }

  @Test
  void servesTheNewConfigurationAfterAnUpdate() throws Exception {
    scf.deploy(with(probe(), "COLOUR", "red"));
    assertThat(scf.post("/probe", "do:env:COLOUR;").body()).isEqualTo("red");

    scf.call("UpdateFunctionConfiguration", with(RunningScf.named("probe"), "COLOUR", "blue"));

    assertThat(scf.post("/probe", "do:env:COLOUR;").body()).isEqualTo("blue");
  }

  @Test
  void keepsServingTheOldCodeWhenAnUpdateFails() throws Exception {
    scf.deploy(probe());

    scf.call(
        "UpdateFunctionCode",
        RunningScf.named("probe").put("ZipFile", Zips.base64(Zips.raw("readme", new byte[1]))));

    assertThat(scf.call("GetFunction", RunningScf.named("probe")).get("Status").textValue())
        .isEqualTo("UpdateFailed");
    assertThat(scf.post("/probe", "do:version:;").body()).isEqualTo("one");
  }

  @Test
  void givesTheKeysOfTheRole_whichEndWithTheInstance() throws Exception {
    scf.deploy(probe().put("Role", "berth-tcr"));
    String id = scf.post("/probe", "do:env:TENCENTCLOUD_SECRETID;").body();
    String key = scf.post("/probe", "do:env:TENCENTCLOUD_SECRETKEY;").body();
    Optional<String> token =
        Optional.of(scf.post("/probe", "do:env:TENCENTCLOUD_SESSIONTOKEN;").body());

    assertThat(scf.keys.secretKeyOf(id, token)).hasValue(key);

    scf.clock.advance(Duration.ofMinutes(10));
    Await.until("the key is revoked", () -> scf.keys.secretKeyOf(id, token).isEmpty());
  }

  @Test
  void givesACleanEnvironment() throws Exception {
    scf.deploy(with(probe(), "COLOUR", "red"));

    List<String> names = List.of(scf.post("/probe", "do:names:;").body().split(" "));

    // A shell adds the last three by itself.
    assertThat(names)
        .filteredOn(name -> !List.of("PWD", "OLDPWD", "SHLVL", "_").contains(name))
        .containsExactly(
            "BERTH_CLOUD_ENDPOINT",
            "COLOUR",
            "HOME",
            "JAVA_HOME",
            "LANG",
            "PATH",
            "SCF_FUNCTIONNAME",
            "SCF_FUNCTIONVERSION",
            "SCF_NAMESPACE",
            "SCF_RUNTIME",
            "SCF_RUNTIME_API",
            "SCF_RUNTIME_API_PORT",
            "TENCENTCLOUD_REGION",
            "TENCENTCLOUD_RUNENV",
            "TENCENTCLOUD_TZ",
            "USER_CODE_ROOT",
            "_HANDLER");
    assertThat(scf.post("/probe", "do:env:_HANDLER;").body()).isEqualTo("probe");
    assertThat(scf.post("/probe", "do:env:TENCENTCLOUD_REGION;").body()).isEqualTo("ap-guangzhou");
    assertThat(scf.post("/probe", "do:home:;").statusCode()).isEqualTo(200);
  }

  @Test
  void endsEveryProcessWhenItIsClosed() throws Exception {
    scf.deploy(probe());
    long pid = Long.parseLong(scf.post("/probe", "do:pid:;").body());
    CompletableFuture<HttpResponse<String>> under = scf.postLater("/probe", "do:sleep:;");
    Await.until("it is at work", () -> starts() == 2);

    scf.close();

    assertThat(Await.alive(pid)).isFalse();
    assertThat(under.handle((answer, lost) -> lost != null || answer.statusCode() == 500).get())
        .isTrue();
    assertThat(folderEntries(".*/functions-.*")).isEmpty();
  }

  @Test
  void endsTheChildOfABootstrapWithoutExec() throws Exception {
    String bootstrap = "#!/bin/sh\n\"$JAVA_HOME/bin/java\" -cp . Probe\nexit 0\n";
    scf.deploy(RunningScf.function("probe", Zips.probe("one", bootstrap)));
    long child = Long.parseLong(scf.post("/probe", "do:pid:;").body());
    assertThat(Await.alive(child)).isTrue();

    scf.call("DeleteFunction", RunningScf.named("probe"));

    Await.until("the child is gone", () -> !Await.alive(child));
    Await.until("the code is gone", () -> folderEntries(".*/version.txt").isEmpty());
  }

  private long starts() {
    return scf.scf.logs("probe").stream().filter(line -> line.startsWith("START")).count();
  }

  private void noProcessIsLeft() throws Exception {
    Await.until("every process is gone", this::noProcess);
  }

  private boolean noProcess() {
    return ProcessHandle.current()
        .descendants()
        .noneMatch(child -> child.info().command().orElse("").endsWith("java"));
  }

  private static long count(Path meeting) throws Exception {
    try (Stream<Path> files = Files.list(meeting)) {
      return files.count();
    }
  }

  private List<String> folderEntries(String pattern) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).filter(name -> name.matches(pattern)).toList();
    } catch (java.io.UncheckedIOException e) {
      // Something was removed while it was being looked at.
      return List.of("changing", "still");
    }
  }
}
