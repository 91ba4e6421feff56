// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Json;
import io.berth.runtime.FakePlatform;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bundle without its own Java and archive, {@code bootstrap} and lib/, in a process of its own.
 */
class BundleProcessTest {
  private static final String BODY =
      "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\"payments\",\"RegistryType\":\"standard\"}";
  private static final String JAVA_HOME = System.getProperty("java.home");

  @TempDir private Path bundle;
  private FakeCloud cloud;
  private FakePlatform platform;
  private Process process;

  @BeforeEach
  void unpack() throws IOException {
    cloud = new FakeCloud();
    platform = new FakePlatform();
    Path lib = Files.createDirectory(bundle.resolve("lib"));
    List<String> classPath = new ArrayList<>();
    for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(element);
      if (path.endsWith("test-classes") || !Files.exists(path)) {
        continue;
      }
      Path jar = lib.resolve(classPath.size() + ".jar");
      classPath.add("lib/" + jar.getFileName());
      if (Files.isDirectory(path)) {
        jar(path, jar);
      } else {
        Files.copy(path, jar);
      }
    }
    Files.writeString(
        bundle.resolve("classpath.options"), "-cp\n" + String.join(":", classPath) + "\n");
    for (String file : List.of("bootstrap", "jvm.options")) {
      Files.copy(Path.of("src/main/bundle", file), bundle.resolve(file));
    }
    assertThat(bundle.resolve("bootstrap").toFile().setExecutable(true)).isTrue();
  }

  @AfterEach
  void end() {
    if (process != null) {
      process.destroyForcibly();
    }
    platform.close();
    cloud.close();
  }

  @Test
  void customRuntime_fromSignedEventToTheRegistryId_untilSigterm() throws Exception {
    Fixture function = new Fixture(FunctionName.TCR_CREATE_INSTANCE, cloud.uri());
    function.environment.putAll(platform.environment("tcr-create-instance"));
    start(function.environment);
    platform.awaitReady();

    FakePlatform.PostedAnswer answer =
        platform.invoke(Json.write(Fixture.event(function.ci, "a", Instant.now(), BODY, Map.of())));

    assertThat(answer.succeeded()).isTrue();
    Fixture.Reply reply = Fixture.reply(answer.body().getBytes(UTF_8));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).containsEntry("RegistryId", "tcr-00000001");
    process.toHandle().destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    String output = output();
    assertThat(output.lines()).hasSize(1);
    assertThat(Json.readObject(output.strip().getBytes(UTF_8)))
        .containsEntry("fn", "tcr-create-instance")
        .containsEntry("request_id", "fake-1")
        .containsEntry("resource_id", "tcr-00000001")
        .containsEntry("cold_start", true);
    assertThat(output).doesNotContain(Fixture.SECRET_KEY, "canary-token", function.ci.reveal());
  }

  @Test
  void registerCodeValueIsNowhereInWhatThePlatformSees() throws Exception {
    Fixture function = new Fixture(FunctionName.TAT_CREATE_REGISTER_CODE, cloud.uri());
    function.environment.putAll(platform.environment("tat-create-register-code"));
    start(function.environment);
    String body = "{\"Region\":\"ap-guangzhou\"}";

    FakePlatform.PostedAnswer answer =
        platform.invoke(Json.write(Fixture.event(function.ci, "a", Instant.now(), body, Map.of())));

    assertThat(answer.body()).contains("RegisterCodeValueSealed").doesNotContain(FakeCloud.VALUE);
    process.toHandle().destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(output()).doesNotContain(FakeCloud.VALUE);
  }

  @Test
  void withoutARuntimeApiItServesHttp_andTakesTheKeysOfTheRequest() throws Exception {
    Fixture function =
        new Fixture(FunctionName.TCR_CREATE_INSTANCE, cloud.uri())
            .without("TENCENTCLOUD_SECRETID")
            .without("TENCENTCLOUD_SECRETKEY")
            .without("TENCENTCLOUD_SESSIONTOKEN")
            .with("PORT", "0")
            .with("SCF_FUNCTIONNAME", "tcr-create-instance");
    start(function.environment);
    BufferedReader lines = process.inputReader(UTF_8);
    String listening = CompletableFuture.supplyAsync(() -> line(lines)).get(20, TimeUnit.SECONDS);
    int port = Integer.parseInt(listening.replaceAll(".*port (\\d+).*", "$1"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
            .header("X-Scf-Request-Id", "web-1")
            .header("X-Scf-Secret-Id", "AKIDROLE")
            .header("X-Scf-Secret-Key", "role-key")
            .header("X-Scf-Session-Token", "role-token")
            .POST(BodyPublishers.ofString(BODY));
    ((Map<?, ?>) Fixture.event(function.ci, "a", Instant.now(), BODY, Map.of()).get("headers"))
        .forEach((name, value) -> request.header((String) name, (String) value));

    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"RegistryId\":\"tcr-00000001\"");
    assertThat(cloud.last("CreateInstance").headers())
        .containsEntry("x-tc-token", "role-token")
        .hasEntrySatisfying("authorization", v -> assertThat(v).contains("Credential=AKIDROLE/"));
    assertThat(line(lines)).contains("\"request_id\":\"web-1\"").doesNotContain("role-");
  }

  @Test
  void wrongConfigurationEndsItBeforeReady() throws Exception {
    Fixture function =
        new Fixture(FunctionName.TCR_CREATE_INSTANCE, cloud.uri()).with("BERTH_CALLERS", "");
    function.environment.putAll(platform.environment("tcr-create-instance"));
    start(function.environment);

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isOne();
    assertThat(platform.isReady()).isFalse();
    assertThat(output()).contains("init failed: BERTH_CALLERS is empty");
  }

  @Test
  void withoutAnyJavaItSaysWhereItLooked() throws Exception {
    start(Map.of("PATH", "/nonexistent"));
    // dirname and the rest are not on that path either; the shell's own message may come first.
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isOne();
    assertThat(output()).contains("no Java found", "jre/", "JAVA_HOME");
  }

  private void start(Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(bundle.resolve("bootstrap").toString());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    if (!environment.containsKey("PATH")) {
      builder.environment().put("JAVA_HOME", JAVA_HOME);
    }
    builder.environment().putAll(environment);
    process = builder.start();
  }

  private String output() throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  private static String line(BufferedReader lines) {
    try {
      return lines.readLine();
    } catch (IOException e) {
      return "";
    }
  }

  private static void jar(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
  }
}
