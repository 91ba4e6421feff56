// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.berth.contract.FunctionName;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the finished bundle reaches a cloud by TLS: whom it trusts, and what it does ahead. */
class TlsChoicesIT {
  private static final String PASSWORD = "changeit";
  private static final String REGISTRY = AdapterContract.registry("by-tls");

  @TempDir private Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private UnpackedBundle bundle;
  private HttpsServer cloud;

  @BeforeEach
  void start() throws Exception {
    bundle = UnpackedBundle.below(folder);
    keytool("keys.p12", "-genkeypair -keyalg RSA -dname CN=localhost -ext san=dns:localhost");
    keytool("keys.p12", "-exportcert -rfc -file root.pem");
    keytool("bundle/own.jks", "-importcert -noprompt -storetype JKS -file root.pem");
    cloud = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cloud.setHttpsConfigurator(new HttpsConfigurator(context()));
    cloud.createContext("/", this::serve);
    cloud.start();
  }

  @AfterEach
  void stop() {
    cloud.stop(0);
  }

  @Test
  void callsOverTheConnectionThatWasOpenedBeforeTheFirstCall() throws Exception {
    Fixture function = function().with("BERTH_TRUST_STORE", "own.jks");

    Adapter.ReceivedAnswer answer = call(function);

    assertThat(answer.reply().body()).containsEntry("RegistryId", "tcr-00000001");
    assertThat(asked).hasSize(2);
    String port = asked.get(0).replace("GET ", "");
    assertThat(asked).containsExactly("GET " + port, "POST " + port);
  }

  @Test
  void trustsOnlyTheRootsOfTheSmallStoreWhenToldTo() throws Exception {
    Adapter.ReceivedAnswer answer = call(function().with("BERTH_TRUST_STORE", "trust.p12"));

    assertThat(answer.reply().status()).isEqualTo(503);
    assertThat(answer.reply().message()).contains("the cloud could not be reached");
    assertThat(asked).isEmpty();
  }

  @Test
  void takesTheOneCurveTogetherWithAStoreOfOnesOwn() throws Exception {
    Fixture function =
        function().with("BERTH_TRUST_STORE", "own.jks").with("BERTH_TLS_GROUPS", "x25519");

    assertThat(call(function).reply().status()).isEqualTo(200);
  }

  @Test
  void refusesToStartWithATrustStoreThatIsNotThere() throws Exception {
    Fixture function = function().with("BERTH_TRUST_STORE", "none.p12");
    List<String> command = List.of(bundle.bootstrap().toString());

    try (FunctionProcess process =
        FunctionProcess.start(bundle, command, function.environment, folder)) {
      assertThat(process.exitValue()).isOne();
      assertThat(process.output())
          .isEqualTo(
              "{\"level\":\"FATAL\",\"msg\":\"init failed: BERTH_TRUST_STORE names no file of the"
                  + " bundle; trust.p12 is there\"}\n");
    }
  }

  private Adapter.ReceivedAnswer call(Fixture function) throws Exception {
    byte[] body = REGISTRY.getBytes(StandardCharsets.UTF_8);
    try (Adapter adapter = CustomRuntimeAdapterIT.open(bundle, function, folder)) {
      return adapter.call(
          new Adapter.SentCall(
              "POST", CalledFunction.signed(function.ci, "tls", REGISTRY, Map.of()), body, false));
    }
  }

  private Fixture function() {
    URI uri = URI.create("https://localhost:" + cloud.getAddress().getPort());
    return new Fixture(FunctionName.TCR_CREATE_INSTANCE, uri);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      asked.add(exchange.getRequestMethod() + " " + exchange.getRemoteAddress().getPort());
      byte[] body =
          "{\"Response\":{\"RegistryId\":\"tcr-00000001\",\"RequestId\":\"r\"}}"
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private SSLContext context() throws Exception {
    try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    }
  }

  private void keytool(String store, String words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words.split(" ")));
    command.addAll(List.of("-alias", "cloud", "-keystore", store, "-storepass", PASSWORD));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
