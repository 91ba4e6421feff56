// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.cos.ObjectFolder;
import io.berth.emulator.http.Loopback;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.product.CloudProduct;
import io.berth.emulator.product.ResourceNames;
import io.berth.emulator.scf.management.CodeReader;
import io.berth.emulator.scf.management.CodeRollout;
import io.berth.emulator.scf.management.FunctionActions;
import io.berth.emulator.scf.management.FunctionParameters;
import io.berth.emulator.scf.management.FunctionStore;
import io.berth.emulator.scf.management.FunctionViews;
import io.berth.emulator.scf.management.ScfActions;
import io.berth.emulator.scf.platform.FunctionCodes;
import io.berth.emulator.scf.platform.Platform;
import io.berth.emulator.scf.platform.PlatformLimits;
import io.berth.emulator.scf.url.FunctionUrlHandler;
import io.berth.emulator.signature.Keys;
import io.berth.emulator.text.Identifiers;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tencent Cloud's function service on loopback: management actions for the cloud API, a platform
 * that runs CustomRuntime functions as processes of this parts, and their Function URLs.
 *
 * <p>The status at a Function URL is SCF's own number (SCF, Function Status Codes), e.g. 433 for a
 * function that took too long, except where the number means something else in HTTP: no function
 * 435 is sent as 404, request too large 406 as 413, response too large 407 as 502. The body is
 * {@code {"errorCode":-1,"errorMessage":"...","requestId":"...","statusCode":433}}. [I]
 *
 * <p>Closing ends every process: SIGTERM, then SIGKILL. The same happens when the JVM ends, unless
 * it is killed with SIGKILL itself; then the instances lose their runtime API. Needs a POSIX
 * system.
 */
public final class Scf implements CloudProduct, AutoCloseable {
  private final Loopback urls;
  private final FunctionStore store;
  private final Platform platform;
  private final RunningParts parts;
  private final Map<String, ApiAction> actions;
  private final Thread hook = new Thread(this::stop, "scf-stop");
  private boolean stopped;

  private Scf(
      Loopback urls,
      FunctionStore store,
      Platform platform,
      RunningParts parts,
      Map<String, ApiAction> actions) {
    this.urls = urls;
    this.store = store;
    this.platform = platform;
    this.parts = parts;
    this.actions = actions;
  }

  /**
   * Starts the service.
   *
   * @param functionsPort where the Function URLs are; 0 for any free port
   * @param cloud the emulator's API, handed to functions as {@code BERTH_CLOUD_ENDPOINT}
   * @param keys issues the temporary keys of functions with a role
   * @param clock says how long an instance has been idle; the limits of a call are in real time
   * @param workDirectory gets {@code logs/NAME.log}, and code while it is in use
   * @param log gets what the functions write, each line behind the function's name
   * @throws IOException when the port is taken (one sentence that names it) or a folder cannot be
   *     made
   */
  public static Scf start(
      int functionsPort,
      URI cloud,
      Keys keys,
      Clock clock,
      SecureRandom random,
      Path workDirectory,
      PrintStream log)
      throws IOException {
    return start(
        new ScfSetup(
            functionsPort,
            cloud,
            keys,
            clock,
            random,
            workDirectory,
            log,
            PlatformLimits.DEFAULT,
            task -> RunningParts.daemon(task, "scf-deploy").start()));
  }

  static Scf start(ScfSetup setup) throws IOException {
    Loopback urls = Loopback.bind(setup.functionsPort(), "functions", "--functions-port");
    try {
      return start(setup, urls);
    } catch (IOException e) {
      urls.close();
      throw e;
    }
  }

  private static Scf start(ScfSetup setup, Loopback urls) throws IOException {
    RunningParts parts = RunningParts.start(setup);
    Identifiers ids = new Identifiers(setup.random());
    FunctionStore store = new FunctionStore();
    Path logs = parts.work().resolve("logs");
    Platform platform =
        new Platform(store::revision, parts.host(setup), logs, setup.log(), ids::uuid);
    FunctionActions functions = functions(setup, parts, store, platform, ids);
    Map<String, ApiAction> actions =
        ScfActions.of(setup.clock(), functions, store, platform, urls.uri());
    Scf scf = new Scf(urls, store, platform, parts, actions);
    urls.serve(new FunctionUrlHandler(store, platform));
    Runtime.getRuntime().addShutdownHook(scf.hook);
    return scf;
  }

  private static FunctionActions functions(
      ScfSetup setup, RunningParts parts, FunctionStore store, Platform platform, Identifiers ids) {
    FunctionCodes codes = new FunctionCodes(parts.run());
    CodeRollout rollout =
        new CodeRollout(store, platform, setup.background(), codes, setup.clock());
    CodeReader reader = new CodeReader(parts.objects(), parts.run());
    return new FunctionActions(store, reader, rollout, setup.clock(), () -> "lam-" + ids.lower(8));
  }

  @Override
  public String name() {
    return "scf";
  }

  @Override
  public String version() {
    return "2018-04-16";
  }

  @Override
  public Map<String, ApiAction> actions() {
    return actions;
  }

  /** Every function by region and name, without the values of its variables. */
  public JsonNode state() {
    return FunctionViews.all(store);
  }

  /** The function a call names; listing them all is operation-level (SCF, CAM pages). */
  @Override
  public Set<String> resources(ApiCall call) {
    ObjectNode given = call.parameters();
    String name = FunctionParameters.text(given, "FunctionName", "");
    String path =
        "namespace/" + FunctionParameters.text(given, "Namespace", "default") + "/function/" + name;
    return name.isEmpty()
        ? ResourceNames.OPERATION_LEVEL
        : Set.of(ResourceNames.of(name(), call.region(), path));
  }

  /** The objects in COS, which code can come from; they go with the service. */
  public ObjectFolder objects() {
    return parts.objects();
  }

  /** Where the Function URLs are, e.g. {@code http://127.0.0.1:8103}; each is at {@code /NAME}. */
  public URI functions() {
    return urls.uri();
  }

  /**
   * The last lines of a function's log, oldest first: what it wrote, and SCF's own lines around
   * each call, with what it returned. None when it was never called.
   */
  public List<String> logs(String functionName) {
    return platform.logs(functionName);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending already, and the hook does the same as the next line.
      stop();
      return;
    }
    stop();
  }

  private synchronized void stop() {
    if (!stopped) {
      stopped = true;
      platform.close();
      urls.close();
      parts.close();
    }
  }
}
