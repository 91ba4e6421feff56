// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainHttpTest {
  @Test
  void sendsTheRequestAsItMustStandOnTheWire() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> seen =
          CompletableFuture.supplyAsync(() -> serve(server, "HTTP/1.1 200 OK\r\n\r\n"));
      try (PlainHttp http = new PlainHttp("127.0.0.1", server.getLocalPort(), 5_000)) {
        http.send("POST", "/a", "{}".getBytes(ISO_8859_1));
      }
      assertThat(seen.get(20, TimeUnit.SECONDS))
          .isEqualTo(
              "POST /a HTTP/1.1\r\nHost: 127.0.0.1:"
                  + server.getLocalPort()
                  + "\r\nConnection: close\r\nContent-Type: application/json\r\n"
                  + "Content-Length: 2\r\n\r\n{}");
    }
  }

  @Test
  void readsABodyOfAGivenLength() throws Exception {
    PlainHttp.Response answer =
        get("HTTP/1.1 200 OK\r\nrequest_id: r-1\r\nContent-Length: 2\r\n\r\nhi and more");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().first("Request_Id")).contains("r-1");
    assertThat(new String(answer.body(), ISO_8859_1)).isEqualTo("hi");
  }

  @Test
  void readsABodyInChunks() throws Exception {
    assertThat(
            body(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "2\r\nhi\r\n3;x=y\r\n yo\r\n0\r\n\r\n"))
        .isEqualTo("hi yo");
  }

  @Test
  void readsABodyUntilTheEnd_andSkipsInterimAnswers() throws Exception {
    assertThat(body("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 200 OK\n\nall of it"))
        .isEqualTo("all of it");
  }

  @Test
  void noContentHasNoBody() throws Exception {
    assertThat(body("HTTP/1.1 204 No Content\r\n\r\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 2",
        "HTTP/1.1 2xx OK\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhi",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nhi",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
      })
  void anythingElseIsAnIoException(String answer) {
    assertThatIOException().isThrownBy(() -> get(answer));
  }

  @Test
  void headWithoutEndIsCut() {
    assertThatIOException()
        .isThrownBy(() -> get("HTTP/1.1 200 OK\r\nA: " + "x".repeat(70_000)))
        .withMessage("head larger than 64 KB");
  }

  private static String body(String answer) throws Exception {
    return new String(get(answer).body(), ISO_8859_1);
  }

  private static PlainHttp.Response get(String answer) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture.runAsync(() -> serve(server, answer));
      try (PlainHttp http = new PlainHttp("127.0.0.1", server.getLocalPort(), 5_000)) {
        return http.send("GET", "/", null);
      }
    }
  }

  private static String serve(ServerSocket server, String answer) {
    try (Socket client = server.accept()) {
      StringBuilder request = new StringBuilder();
      boolean post = false;
      while (!request.toString().endsWith(post ? "{}" : "\r\n\r\n")) {
        request.append((char) client.getInputStream().read());
        post = request.indexOf("POST") == 0;
      }
      client.getOutputStream().write(answer.getBytes(ISO_8859_1));
      return request.toString();
    } catch (IOException e) {
      return "";
    }
  }
}
