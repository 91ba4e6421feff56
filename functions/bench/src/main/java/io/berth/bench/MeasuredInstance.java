// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/**
 * One process between a start and its end, with SCF's Custom Runtime API on the other side. Time
 * runs from before the process exists to the last byte of an answer.
 */
final class MeasuredInstance implements AutoCloseable {
  private static final long LONGEST_SECONDS = 60;

  private final SynchronousQueue<byte[]> events = new SynchronousQueue<>();
  private final SynchronousQueue<FirstAnswer> answers = new SynchronousQueue<>();
  private final StubServer api;
  private final Path output = Files.createTempFile("bench-", ".out");
  private final long began;
  private final Process process;
  private volatile long handedOver;

  /**
   * An answer, and what the process had used when it came.
   *
   * @param millis since the start of the process
   * @param callMillis since the event was handed over
   */
  record FirstAnswer(
      String text, double millis, double callMillis, double residentMb, double cpuMillis) {}

  MeasuredInstance(Contender start) throws IOException {
    api = new StubServer(ServerSocketFactory.getDefault(), this::answer);
    List<String> command = new ArrayList<>(BenchMachine.oneCore());
    command.addAll(start.command());
    Map<String, String> environment = new LinkedHashMap<>(start.environment());
    environment.put("SCF_RUNTIME_API_PORT", Integer.toString(api.port()));
    ProcessBuilder builder = ChildProcess.builder(start.directory(), command, environment);
    builder.redirectError(output.toFile());
    if (start.serves()) {
      builder.redirectOutput(output.toFile()).redirectErrorStream(true);
    }
    began = System.nanoTime();
    process = builder.start();
  }

  /** Hands over one event and waits for the answer. */
  FirstAnswer call(String event) throws IOException, InterruptedException {
    byte[] bytes = event.getBytes(UTF_8);
    for (int second = 0; !events.offer(bytes, 1, TimeUnit.SECONDS); second++) {
      fail("asks for no event", second);
    }
    FirstAnswer answered = null;
    for (int second = 0; answered == null; second++) {
      fail("does not answer", second);
      answered = answers.poll(1, TimeUnit.SECONDS);
    }
    if (!answered.text().contains("\"statusCode\":200")) {
      fail("answered " + answered.text(), LONGEST_SECONDS);
    }
    return answered;
  }

  private void fail(String what, long seconds) throws IOException, InterruptedException {
    if (seconds >= LONGEST_SECONDS || !process.isAlive()) {
      // It logs behind its answer.
      end();
      throw new IOException("the process " + what + "; it printed:\n" + Files.readString(output));
    }
  }

  /** Waits for the first byte that it prints. */
  FirstAnswer line() throws IOException {
    int first = process.getInputStream().read();
    return answered(Integer.toString(first));
  }

  private StubServer.StubReply answer(String path, byte[] body) throws InterruptedException {
    byte[] event = new byte[0];
    String headers = "";
    if (path.endsWith("/invocation/next")) {
      event = events.take();
      handedOver = System.nanoTime();
      headers = "Request_Id: bench\r\nMemory_Limit_In_Mb: 128\r\nTime_Limit_In_Ms: 30000\r\n";
    } else if (!path.endsWith("/init/ready")) {
      answers.put(answered(new String(body, UTF_8)));
    }
    return new StubServer.StubReply(headers, event);
  }

  /** Read while the process waits to be told that its answer has arrived. */
  private FirstAnswer answered(String text) {
    long now = System.nanoTime();
    double millis = (now - began) / 1e6;
    double callMillis = handedOver == 0 ? Double.NaN : (now - handedOver) / 1e6;
    try {
      long pid = process.pid();
      double resident = BenchMachine.residentMb(pid);
      return new FirstAnswer(text, millis, callMillis, resident, BenchMachine.cpuMillis(pid));
    } catch (IOException gone) {
      return new FirstAnswer(text, millis, callMillis, Double.NaN, Double.NaN);
    }
  }

  /** Asks it to end, as SCF does, and lets it write what it was told to write at its end. */
  void end() throws InterruptedException {
    process.destroy();
    process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    api.close();
    Files.delete(output);
  }
}
