// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import io.berth.emulator.cos.ObjectFolder;
import io.berth.emulator.scf.platform.FunctionCode;
import io.berth.emulator.scf.platform.InstanceEnvironment;
import io.berth.emulator.scf.platform.InstanceHost;
import io.berth.emulator.scf.platform.RuntimeApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * What lives and ends with the service, beside its two faces.
 *
 * @param work stays when the service ends
 * @param run goes with the service
 */
record RunningParts(
    ScheduledThreadPoolExecutor timer,
    RuntimeApiServer api,
    Path work,
    Path run,
    ObjectFolder objects) {
  static RunningParts start(ScfSetup setup) throws IOException {
    Path work = Files.createDirectories(setup.workDirectory().toAbsolutePath());
    Path run = Files.createTempDirectory(work, "functions-");
    Path objects = Files.createDirectory(run.resolve("objects"));
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(2, task -> daemon(task, "scf-timer"));
    timer.setRemoveOnCancelPolicy(true);
    RuntimeApiServer api = RuntimeApiServer.start();
    return new RunningParts(timer, api, work, run, new ObjectFolder(objects, setup.clock()));
  }

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  InstanceHost host(ScfSetup setup) {
    return new InstanceHost(
        api,
        timer,
        setup.clock(),
        setup.limits(),
        new InstanceEnvironment(setup.cloud()),
        setup.keys(),
        run);
  }

  void close() {
    api.close();
    timer.shutdownNow();
    FunctionCode.deleteTree(run);
  }
}
