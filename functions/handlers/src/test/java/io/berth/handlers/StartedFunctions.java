// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import io.berth.contract.FunctionName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The finished bundle's functions behind one adapter, for all sentences of a class: each is started
 * when it is first asked for. Sentences keep apart by webhook-id and by name.
 */
final class StartedFunctions implements BeforeAllCallback, AfterAllCallback {
  private final Adapter.Opening opening;
  private final Map<String, CalledFunction> started = new LinkedHashMap<>();
  private Path folder;
  private FakeCloud cloud;
  private UnpackedBundle bundle;

  StartedFunctions(Adapter.Opening opening) {
    this.opening = opening;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    folder = Files.createTempDirectory("adapters-");
    cloud = new FakeCloud();
    bundle = UnpackedBundle.below(folder);
  }

  FakeCloud cloud() {
    return cloud;
  }

  CalledFunction of(FunctionName name) {
    return started.computeIfAbsent(name.wireName(), unused -> open(name, true));
  }

  CalledFunction withoutKeys(FunctionName name) {
    return started.computeIfAbsent(name.wireName() + " keyless", unused -> open(name, false));
  }

  Collection<CalledFunction> started() {
    return started.values();
  }

  private CalledFunction open(FunctionName name, boolean keys) {
    Fixture fixture = new Fixture(name, cloud.uri());
    try {
      return new CalledFunction(fixture, opening.open(bundle, fixture, keys, folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    started.values().forEach(CalledFunction::close);
    cloud.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
