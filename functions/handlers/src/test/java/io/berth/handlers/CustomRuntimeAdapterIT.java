// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.text.Json;
import io.berth.runtime.FakePlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An event function on SCF's Custom Runtime: {@code bootstrap} and the runtime API. */
class CustomRuntimeAdapterIT implements EventAdapters {
  @RegisterExtension
  static final StartedFunctions FUNCTIONS = new StartedFunctions(CustomRuntime::open);

  @Override
  public StartedFunctions functions() {
    return FUNCTIONS;
  }

  /** The platform's log service makes fields of such lines, and the virtual machine has no say. */
  @Test
  void everyLineThatItPrintsIsAnObjectOfJson() throws Exception {
    registries().ci("lines", AdapterContract.registry("lines"));

    assertThat(registries().adapter().output().lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(Json.readObject(line.getBytes(UTF_8))).containsKey("msg"));
  }

  /** One function with the role's keys. */
  static Adapter open(UnpackedBundle bundle, Fixture function, Path folder) throws IOException {
    return CustomRuntime.open(bundle, function, true, folder);
  }

  private record CustomRuntime(FakePlatform platform, FunctionProcess process, AtomicInteger ids)
      implements Adapter {

    static Adapter open(UnpackedBundle bundle, Fixture function, boolean keys, Path folder)
        throws IOException {
      FakePlatform platform = new FakePlatform();
      Map<String, String> environment = new LinkedHashMap<>(function.environment);
      if (!keys) {
        environment.keySet().removeIf(name -> name.startsWith("TENCENTCLOUD_"));
      }
      environment.putAll(platform.environment(function.function.wireName()));
      List<String> command = List.of(bundle.bootstrap().toString());
      return new CustomRuntime(
          platform,
          FunctionProcess.start(bundle, command, environment, folder),
          new AtomicInteger());
    }

    @Override
    public ReceivedAnswer call(SentCall call) throws Exception {
      String id = "loop-" + ids.incrementAndGet();
      FakePlatform.PostedAnswer answer =
          platform.deliver(EventAdapters.event(call), id, 30_000).get(60, TimeUnit.SECONDS);
      return new ReceivedAnswer(answer.body(), id, Fixture.reply(answer.body().getBytes(UTF_8)));
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
