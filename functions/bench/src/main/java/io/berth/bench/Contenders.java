// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All the ways to start that are compared, ours and others'. */
final class Contenders {
  private static final String HEAP = "-Xmx128m";

  private final BenchSetup setup;
  private final Tls tls;
  private final SignedCalls calls;
  private final String cloud;
  private final String plainCloud;

  Contenders(BenchSetup setup, Tls tls, SignedCalls calls, String cloud, String plainCloud) {
    this.setup = setup;
    this.tls = tls;
    this.calls = calls;
    this.cloud = cloud;
    this.plainCloud = plainCloud;
  }

  List<Contender> all() throws IOException, InterruptedException {
    Path bundle = setup.bundle();
    return List.of(
        shippedBundle(),
        shipped("b", "ours without the archive", unarchived(), calls.environment(cloud, false)),
        withTlsOptions(),
        sdkPlain(),
        sdkWithEverything(),
        hello(),
        constantAnswer(),
        beside("h", "TLS socket by hand, TLS options", "SocketFunction"),
        shipped("p", "ours, plain HTTP to the cloud", bundle, calls.environment(plainCloud, false)),
        shipped("v", "ours, call with an approval", bundle, calls.environment(cloud, true)),
        direct());
  }

  Contender shippedBundle() {
    return shipped("a", "ours as shipped", setup.bundle(), calls.environment(cloud, false));
  }

  private Contender withTlsOptions() {
    Map<String, String> environment = new LinkedHashMap<>(calls.environment(cloud, false));
    environment.putAll(tls.variables());
    return shipped("c", "ours with the TLS options", setup.bundle(), environment);
  }

  /** What every call costs before any work: our loop, and the stand-in of the platform. */
  Contender constantAnswer() throws IOException {
    return beside("g", "our loop, a constant answer", "ConstantFunction");
  }

  /** As people deploy it: the JDK as it is, its own flags, a plain class path. */
  Contender sdkPlain() throws IOException {
    List<String> command = new ArrayList<>(List.of(BenchSetup.java(), HEAP));
    command.addAll(tls.defaults());
    command.addAll(List.of("-cp", setup.peerClassPath(), "io.berth.bench.SdkFunction"));
    return start("d", "official SDK, plain", command);
  }

  /** The roots that are trusted by default are ours and all others: as many as in the cloud. */
  private Contender shipped(String key, String name, Path bundle, Map<String, String> environment) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.put("JAVA_TOOL_OPTIONS", HEAP + " " + String.join(" ", tls.defaults()));
    List<String> command = List.of(bundle.resolve("bootstrap").toString());
    boolean approved = Boolean.parseBoolean(environment.get("BERTH_REQUIRE_APPROVAL"));
    return new Contender(key, name, bundle, command, all, true, approved);
  }

  /** The bundle without the shell script: what checking the archive's sums costs. */
  private Contender direct() {
    List<String> command = new ArrayList<>(List.of(setup.bundledJava(), "@jvm.options", HEAP));
    command.addAll(tls.defaults());
    command.addAll(List.of("@classpath.options", "@archive.options", "io.berth.handlers.Main"));
    return start("s", "ours without bootstrap's script", command);
  }

  private Contender sdkWithEverything() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(SdkBundle.java(setup), "@jvm.options", HEAP));
    command.addAll(tls.options());
    command.addAll(List.of("-cp", setup.peerClassPath(), "io.berth.bench.SdkFunction"));
    String archive = SdkBundle.make(setup, command, calls.environment(cloud, false), calls);
    return start("e", "official SDK, every trick", SdkBundle.with(command, List.of(archive)));
  }

  /** With the JDK's own Java: the bundle's has no archive for a program that is not its own. */
  private Contender hello() {
    List<String> command = new ArrayList<>(List.of(BenchSetup.java(), "@jvm.options", HEAP));
    command.addAll(List.of("-cp", setup.jar().toString(), "io.berth.bench.Hello"));
    return new Contender("f", "bare JVM hello", setup.bundle(), command, Map.of(), false, false);
  }

  /** A function of the benchmarks with the bundle's Java, flags, jars and archive. */
  private Contender beside(String key, String name, String main) throws IOException {
    List<String> command = new ArrayList<>(List.of(setup.bundledJava(), "@jvm.options", HEAP));
    command.addAll(tls.options());
    command.addAll(List.of("-cp", setup.bundleClassPath(), "@archive.options"));
    command.add("io.berth.bench." + main);
    return start(key, name, command);
  }

  private Contender start(String key, String name, List<String> command) {
    return new Contender(
        key, name, setup.bundle(), command, calls.environment(cloud, false), true, false);
  }

  /** A bundle whose archive has no sums, so that bootstrap does not use it. */
  private Path unarchived() throws IOException {
    Path folder = Files.createDirectories(setup.work().resolve("unarchived"));
    for (String file : List.of("bootstrap", "jvm.options", "classpath.options")) {
      Files.copy(
          setup.bundle().resolve(file),
          folder.resolve(file),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    for (String link : List.of("jre", "lib")) {
      Files.deleteIfExists(folder.resolve(link));
      Files.createSymbolicLink(folder.resolve(link), setup.bundle().resolve(link));
    }
    return folder;
  }
}
