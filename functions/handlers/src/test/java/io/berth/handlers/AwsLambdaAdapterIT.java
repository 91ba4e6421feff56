// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Json;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * AWS Lambda: the jars of the bundle under AWS's own runtime client, on the Java of the platform.
 * Events are those of a function URL.
 */
class AwsLambdaAdapterIT implements EventAdapters {
  @RegisterExtension
  static final StartedFunctions FUNCTIONS = new StartedFunctions(AwsLambda::open);

  @Override
  public StartedFunctions functions() {
    return FUNCTIONS;
  }

  @Test
  void wrongConfigurationIsAnInitErrorInOneSentence(@TempDir Path folder) throws Exception {
    Fixture fixture =
        new Fixture(FunctionName.TCR_CREATE_INSTANCE, URI.create("http://127.0.0.1:1"))
            .with("BERTH_CALLERS", "ci:" + Fixture.SECRET_KEY + ":*");
    UnpackedBundle bundle = UnpackedBundle.below(folder);

    try (FakeLambda platform = new FakeLambda();
        AwsLambda function = AwsLambda.start(platform, bundle, fixture, true, folder)) {
      FakeLambda.Post post = platform.nextPost();

      assertThat(post.path()).isEqualTo("init/error");
      assertThat(post.body()).contains("BERTH_CALLERS").doesNotContain(Fixture.SECRET_KEY);
      assertThat(function.output()).doesNotContain(Fixture.SECRET_KEY);
    }
  }

  private record AwsLambda(FakeLambda platform, FunctionProcess process, AtomicInteger ids)
      implements Adapter {

    /** What AWS's own runtime consists of; the interface of the handlers is in the bundle. */
    private static final List<String> CLIENT =
        List.of(
            "aws-lambda-java-runtime-interface-client",
            "aws-lambda-java-serialization",
            "utils-lite");

    static Adapter open(UnpackedBundle bundle, Fixture function, boolean keys, Path folder)
        throws IOException {
      return start(new FakeLambda(), bundle, function, keys, folder);
    }

    static AwsLambda start(
        FakeLambda platform, UnpackedBundle bundle, Fixture function, boolean keys, Path folder)
        throws IOException {
      Map<String, String> environment = new LinkedHashMap<>(function.environment);
      if (!keys) {
        environment.keySet().removeIf(name -> name.startsWith("TENCENTCLOUD_"));
      }
      environment.put("AWS_LAMBDA_RUNTIME_API", platform.address());
      environment.put("AWS_LAMBDA_FUNCTION_NAME", "berth-" + function.function.wireName());
      environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
      environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
      environment.put("AWS_REGION", "eu-west-1");
      environment.put("_HANDLER", "io.berth.handlers.Lambda::handleRequest");
      environment.put("BERTH_FUNCTION", function.function.wireName());
      List<String> command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              // The client copies its native library there.
              "-Djava.io.tmpdir=" + folder,
              "-cp",
              classPath(bundle),
              "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
              environment.get("_HANDLER"));
      return new AwsLambda(
          platform,
          FunctionProcess.start(bundle, command, environment, folder),
          new AtomicInteger());
    }

    private static String classPath(UnpackedBundle bundle) throws IOException {
      List<String> path = new ArrayList<>();
      for (Path jar : bundle.jars()) {
        path.add(jar.toString());
      }
      for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
        if (CLIENT.stream().anyMatch(Path.of(jar).getFileName().toString()::startsWith)) {
          path.add(jar);
        }
      }
      return String.join(File.pathSeparator, path);
    }

    @Override
    public ReceivedAnswer call(SentCall call) throws Exception {
      String id = "aws-" + ids.incrementAndGet();
      FakeLambda.Post post = platform.invoke(id, event(call));
      assertThat(post.path()).as(post.body()).isEqualTo("invocation/" + id + "/response");
      return new ReceivedAnswer(post.body(), id, Fixture.reply(post.body().getBytes(UTF_8)));
    }

    /** Payload 2.0 (AWS Lambda, "Invoking Lambda function URLs"). */
    private static String event(SentCall call) {
      Map<String, Object> event = new LinkedHashMap<>();
      event.put("version", "2.0");
      event.put("routeKey", "$default");
      event.put("rawPath", "/");
      event.put("rawQueryString", "");
      event.put("headers", call.headers());
      event.put(
          "requestContext",
          Map.of(
              "apiId",
              "urlid",
              "http",
              Map.of("method", call.method(), "path", "/", "protocol", "HTTP/1.1"),
              "stage",
              "$default"));
      event.put("isBase64Encoded", false);
      EventAdapters.putBody(event, call);
      return Json.write(event);
    }

    @Override
    public String output() throws IOException {
      return process.output();
    }

    @Override
    public void close() {
      process.close();
      platform.close();
    }
  }
}
