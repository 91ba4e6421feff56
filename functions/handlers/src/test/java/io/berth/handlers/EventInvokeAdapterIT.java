// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An event function in an image: events as {@code POST /event-invoke}. */
class EventInvokeAdapterIT implements EventAdapters {
  @RegisterExtension
  static final StartedFunctions FUNCTIONS = new StartedFunctions(EventInvoke::open);

  @Override
  public StartedFunctions functions() {
    return FUNCTIONS;
  }

  private record EventInvoke(Port9000 port) implements Adapter {

    static Adapter open(UnpackedBundle bundle, Fixture function, boolean keys, Path folder)
        throws IOException {
      return new EventInvoke(Port9000.open(bundle, function, keys, folder));
    }

    @Override
    public ReceivedAnswer call(SentCall call) throws Exception {
      String id = port.nextId();
      byte[] event = EventAdapters.event(call).getBytes(UTF_8);
      HttpResponse<String> response = port.send("POST", "/event-invoke", id, Map.of(), event);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      assertThat(response.headers().firstValue("content-type")).contains("application/json");
      return new ReceivedAnswer(
          response.body(), id, Fixture.reply(response.body().getBytes(UTF_8)));
    }

    @Override
    public String output() throws IOException {
      return port.output();
    }

    @Override
    public void close() {
      port.close();
    }
  }
}
