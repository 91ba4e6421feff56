// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.junit;

import io.berth.emulator.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands an {@link EmulatedCloud} to every constructor, test and lifecycle method that asks for one.
 *
 * <p>Use it as {@code @ExtendWith(EmulatorExtension.class)}, or with other settings as
 *
 * <pre>{@code
 * @RegisterExtension
 * static final EmulatorExtension CLOUD =
 *     EmulatorExtension.with(Settings.DEFAULT.withLoose(true)).withClock(clock);
 * }</pre>
 *
 * <p>A test class, together with its nested ones, has one emulator: it starts on free ports of
 * 127.0.0.1 when it is first asked for, and ends with the class; its work folder goes too. Before
 * each test, and before its {@code @BeforeEach} methods, the state is reset, faults and clock
 * included, so nothing that {@code @BeforeAll} or a constructor makes is seen by a test. Only
 * functions that were deployed to SCF stay until the class ends.
 *
 * <p>Test classes may run in parallel. The tests of one class may not, as each would reset the
 * others' state: put {@code @Execution(ExecutionMode.SAME_THREAD)} on the class where parallel
 * methods are the default.
 */
public final class EmulatorExtension implements BeforeEachCallback, ParameterResolver {
  private final Settings settings;
  private final Clock clock;

  /** With {@link Settings#DEFAULT} and the machine's clock. */
  public EmulatorExtension() {
    this(Settings.DEFAULT, Clock.systemUTC());
  }

  private EmulatorExtension(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** With other settings and the machine's clock. */
  public static EmulatorExtension with(Settings settings) {
    return new EmulatorExtension(settings, Clock.systemUTC());
  }

  /**
   * The same with another clock. A call must be signed within five minutes of it, and most clients
   * sign with the machine's own time; to move only the cloud's time there is {@link
   * EmulatedCloud#advance}.
   */
  public EmulatorExtension withClock(Clock other) {
    return new EmulatorExtension(settings, other);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    RunningEmulator running = store(context).get(this, RunningEmulator.class);
    if (running != null) {
      running.cloud().reset();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == EmulatedCloud.class;
  }

  @Override
  public EmulatedCloud resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return store(context).getOrComputeIfAbsent(this, key -> start(), RunningEmulator.class).cloud();
  }

  private RunningEmulator start() {
    try {
      return RunningEmulator.start(settings, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** The store of the outermost test class: its nested classes share the emulator. */
  private static ExtensionContext.Store store(ExtensionContext context) {
    ExtensionContext at = context;
    while (at.getParent().filter(parent -> parent.getTestClass().isPresent()).isPresent()) {
      at = at.getParent().get();
    }
    return at.getStore(ExtensionContext.Namespace.create(EmulatorExtension.class));
  }
}
