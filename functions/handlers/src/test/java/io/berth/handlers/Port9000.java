// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A function that serves HTTP, and its platform, which puts its own headers on every request. */
final class Port9000 implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger ids = new AtomicInteger();
  private final FunctionProcess process;
  private final Map<String, String> keys;

  private Port9000(FunctionProcess process, Map<String, String> keys) {
    this.process = process;
    this.keys = keys;
  }

  /** Starts it with the role's keys on the requests alone, or with none at all. */
  static Port9000 open(UnpackedBundle bundle, Fixture function, boolean keys, Path folder)
      throws IOException {
    Map<String, String> environment = new LinkedHashMap<>(function.environment);
    Map<String, String> headers = new LinkedHashMap<>();
    if (keys) {
      headers.put("X-Scf-Secret-Id", environment.get("TENCENTCLOUD_SECRETID"));
      headers.put("X-Scf-Secret-Key", environment.get("TENCENTCLOUD_SECRETKEY"));
      headers.put("X-Scf-Session-Token", environment.get("TENCENTCLOUD_SESSIONTOKEN"));
    }
    environment.keySet().removeIf(name -> name.startsWith("TENCENTCLOUD_"));
    environment.put("SCF_FUNCTIONNAME", function.function.wireName());
    environment.put("PORT", "0");
    return new Port9000(FunctionProcess.web(bundle, environment, folder), headers);
  }

  /** The id of the next request. */
  String nextId() {
    return "web-" + ids.incrementAndGet();
  }

  /** Any request, as it arrives from the platform. */
  HttpResponse<String> send(
      String method, String path, String requestId, Map<String, String> headers, byte[] body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + process.port() + path));
    keys.forEach(request::header);
    headers.forEach(request::header);
    request.header("X-Scf-Request-Id", requestId);
    request.method(method, BodyPublishers.ofByteArray(body));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  FunctionProcess process() {
    return process;
  }

  String output() throws IOException {
    return process.output();
  }

  @Override
  public void close() {
    process.close();
  }
}
