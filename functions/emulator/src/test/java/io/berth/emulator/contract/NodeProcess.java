// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.TestCloud;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code src/test/node/client.js} at the other end of a pipe: a JSON line out, a JSON line in. */
final class NodeProcess implements AutoCloseable {
  private final Process process;
  private final BufferedWriter out;
  private final BufferedReader in;

  private NodeProcess(Process process) {
    this.process = process;
    this.out = process.outputWriter(StandardCharsets.UTF_8);
    this.in = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts the client; fails with a sentence when it is not installed.
   *
   * @param method GET or POST
   * @param signature a signature method by its name in the client
   */
  static NodeProcess start(String method, String signature) {
    NodeInstallation.check();
    ProcessBuilder builder =
        new ProcessBuilder("node", "client.js", method, signature)
            .directory(NodeInstallation.FOLDER.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    // The client would send calls for 127.0.0.1 to a proxy too.
    for (String proxy : List.of("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")) {
      builder.environment().remove(proxy);
    }
    try {
      return new NodeProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The client, pointed at one place. */
  Subject at(String protocol, String endpoint) {
    return ask -> reply(exchange(line(ask, protocol, endpoint)));
  }

  private static ObjectNode line(Ask ask, String protocol, String endpoint) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("protocol", protocol).put("endpoint", endpoint);
    line.put("version", ask.version()).put("action", ask.action());
    ask.region().ifPresent(region -> line.put("region", region));
    line.put("secretId", ask.key().id()).put("secretKey", ask.key().secret());
    ask.key().token().ifPresent(token -> line.put("token", token));
    return line.put("parameters", ask.json());
  }

  private synchronized JsonNode exchange(ObjectNode line) {
    try {
      out.write(line.toString());
      out.newLine();
      out.flush();
      String answer = in.readLine();
      if (answer == null) {
        throw new AssertionError("node ended; what it said stands in the output of the tests");
      }
      return TestCloud.json(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply reply(JsonNode answer) {
    if (answer.has("crash")) {
      throw new AssertionError("not an error of the client's own kind: " + answer.get("crash"));
    }
    if (answer.has("response")) {
      JsonNode response = answer.get("response");
      return new Reply.Accepted(response, response.get("RequestId").textValue());
    }
    JsonNode error = answer.get("error");
    return error.has("code")
        ? new Reply.Refused(
            error.get("code").textValue(),
            error.get("message").textValue(),
            error.get("requestId").textValue())
        : new Reply.Lost(error.get("message").asText());
  }

  @Override
  public void close() {
    process.destroy();
  }
}
