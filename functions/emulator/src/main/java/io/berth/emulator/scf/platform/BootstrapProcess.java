// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import io.berth.emulator.signature.Keys;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The running {@code bootstrap} of one instance with all that was made for it. */
final class BootstrapProcess {
  private final Process process;
  private final ProcessOutput output;
  private final InstanceHost host;
  private final InstanceResources resources;
  private volatile ProcessTree tree;

  private BootstrapProcess(
      Process process, ProcessOutput output, InstanceHost host, InstanceResources resources) {
    this.process = process;
    this.output = output;
    this.host = host;
    this.resources = resources;
    this.tree = ProcessTree.of(process);
  }

  /** What is given back when the process is gone. */
  private record InstanceResources(
      RuntimeApiServer.RuntimePort port, Path home, Optional<Keys.TemporaryKey> key) {
    static InstanceResources of(
        Revision revision, RuntimeApiServer.RuntimeCalls runtime, InstanceHost host)
        throws IOException {
      Path home = Files.createTempDirectory(host.homes(), revision.key().name() + "-");
      String role = revision.configuration().role();
      return new InstanceResources(
          host.api().open(runtime),
          home,
          role.isEmpty() ? Optional.empty() : Optional.of(host.keys().issue(role)));
    }

    void release(Keys keys) {
      key.ifPresent(keys::revoke);
      FunctionCode.deleteTree(home);
      try {
        port.listener().close();
      } catch (Exception e) {
        throw new IllegalStateException("The runtime API of an instance did not stop.", e);
      }
    }
  }

  /**
   * Starts {@code bootstrap} in the folder of its code.
   *
   * @param runtime what its calls are given to
   * @param lines where its output goes, stdout and stderr in one
   * @throws IOException when it cannot be executed; then nothing is left behind
   */
  static BootstrapProcess start(
      Revision revision,
      RuntimeApiServer.RuntimeCalls runtime,
      Consumer<String> lines,
      InstanceHost host)
      throws IOException {
    InstanceResources resources = InstanceResources.of(revision, runtime, host);
    try {
      Map<String, String> environment =
          host.environment()
              .of(revision, resources.port().number(), resources.home(), resources.key());
      Process process = process(revision.code(), environment);
      ProcessOutput output = new ProcessOutput(process.getInputStream(), lines);
      return new BootstrapProcess(process, output, host, resources);
    } catch (IOException e) {
      resources.release(host.keys());
      throw e;
    }
  }

  private static Process process(FunctionCode code, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(code.bootstrap().toString())
            .directory(code.user().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** The exit code, when the process has ended. */
  CompletableFuture<Integer> exit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Hands on what the process has written so far. */
  void drain() {
    output.drain();
  }

  /** Hands on the rest of the output. */
  void finish() {
    output.finish();
  }

  long peakMemory() {
    return ProcessTree.peakMemory(process);
  }

  /** Notes which processes there are, to find the children when their parent has died. */
  void remember() {
    tree = ProcessTree.of(process);
  }

  /**
   * Ends the processes.
   *
   * @param atOnce SIGKILL now; else SIGTERM, and SIGKILL after the grace time
   */
  void stop(boolean atOnce) {
    if (process.isAlive()) {
      remember();
    }
    ProcessTree ending = tree;
    if (atOnce) {
      ending.kill();
      return;
    }
    ending.terminate();
    host.timer().schedule(ending::kill, host.limits().grace().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Gives back port, folder and key, and ends children that are left; the process is gone. */
  void release() {
    tree.kill();
    resources.release(host.keys());
  }
}
