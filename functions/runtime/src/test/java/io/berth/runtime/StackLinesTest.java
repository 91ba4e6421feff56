// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackLinesTest {
  @Test
  void aCircleOfCausesEnds() {
    IllegalStateException first = new IllegalStateException("first");
    IllegalStateException second = new IllegalStateException("second", first);
    first.initCause(second);

    assertThat(StackLines.of(first))
        .contains(
            "java.lang.IllegalStateException: first",
            "caused by java.lang.IllegalStateException: second");
  }

  @Test
  void framesOfTheRuntimeAreCutAway() {
    Throwable failure = new IllegalStateException("x");
    failure.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("com.example.Handler", "handle", "Handler.java", 7),
          new StackTraceElement("io.berth.runtime.Invocation", "run", "Invocation.java", 1),
          new StackTraceElement("java.lang.Thread", "run", "Thread.java", 1)
        });

    assertThat(StackLines.of(failure))
        .containsExactly(
            "java.lang.IllegalStateException: x", "at com.example.Handler.handle(Handler.java:7)");
  }
}
