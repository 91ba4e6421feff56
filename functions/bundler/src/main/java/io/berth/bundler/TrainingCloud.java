// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.berth.contract.FunctionName;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The cloud's API over TLS with answers that never change: what a training run has to load is the
 * way to the cloud and back, not what the cloud would say.
 */
final class TrainingCloud implements AutoCloseable {
  private static final String PASSWORD = "training";
  private static final String ROOTS = "lib/security/cacerts";

  /** One answer for all: a function reads its own fields of it, and hands the others on. */
  private static final String ANSWER =
      "{\"Response\":{"
          + ids()
          + "\"RegisterCodeValue\":"
          + "\"21e9b871e123427dbee18b0cf3e0d766f91d81a9902843b7b046d7b9ffb9d45a\","
          + "\"TotalCount\":1,\"Registries\":[{\"RegistryId\":\"tcr-training\",\"RegistryName\":"
          + "\"training\",\"RegistryType\":\"basic\",\"Status\":\"Running\","
          + "\"PublicDomain\":\"training.tencentcloudcr.com\",\"CreatedAt\":"
          + "\"2026-11-21T08:00:00Z\",\"RegionName\":\"ap-guangzhou\",\"RegionId\":1,"
          + "\"TagSpecification\":{\"ResourceType\":\"instance\",\"Tags\":[{\"Key\":\"team\","
          + "\"Value\":\"training\"}]}}],"
          + "\"RequestId\":\"eac6b301-a322-493a-8e36-83b295459397\"}}";

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Path keys;
  private final Path roots;

  /**
   * @param folder gets a key and a certificate that nobody else trusts
   * @param jdk the building JDK
   */
  TrainingCloud(Path folder, Path jdk) throws BuildFailed, IOException, InterruptedException {
    keys = folder.resolve("training.p12");
    roots = folder.resolve("training-roots");
    certificate(folder, jdk.resolve("bin/keytool").toString(), jdk.resolve(ROOTS));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.setHttpsConfigurator(new HttpsConfigurator(context()));
    server.createContext("/", TrainingCloud::serve);
    server.start();
  }

  private void certificate(Path folder, String keytool, Path jdkRoots)
      throws BuildFailed, IOException, InterruptedException {
    Path certificate = folder.resolve("training.pem");
    Files.deleteIfExists(keys);
    keytool(
        folder,
        keytool,
        // RSA, as the cloud's own certificates are, so that the same classes are loaded.
        "-genkeypair -storetype PKCS12 -alias training -keyalg RSA -keysize 2048"
            + " -dname CN=localhost -ext san=dns:localhost",
        keys,
        PASSWORD);
    keytool(
        folder, keytool, "-exportcert -rfc -alias training -file " + certificate, keys, PASSWORD);
    // The JDK's own roots and one more: as many, and of the same form, as in production.
    Files.copy(jdkRoots, roots, StandardCopyOption.REPLACE_EXISTING);
    keytool(
        folder,
        keytool,
        "-importcert -noprompt -alias training -file " + certificate,
        roots,
        "changeit");
  }

  private static void keytool(
      Path folder, String keytool, String words, Path store, String password)
      throws BuildFailed, IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(keytool));
    command.addAll(List.of(words.split(" ")));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", password));
    Processes.run(folder, command);
  }

  private SSLContext context() throws IOException {
    try (InputStream in = Files.newInputStream(keys)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has these algorithms.", e);
    }
  }

  /** For {@code BERTH_CLOUD_ENDPOINT}. */
  String uri() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /** The flag with which a virtual machine trusts this cloud as well. */
  List<String> trust() {
    return List.of("-Djavax.net.ssl.trustStore=" + roots);
  }

  private static void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] bytes = ANSWER.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** What each function that makes something reads of the answer: the id of what it made. */
  private static String ids() {
    return Arrays.stream(FunctionName.values())
        .flatMap(function -> function.resultField().stream())
        .distinct()
        .map(field -> "\"" + field + "\":\"training\",")
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
