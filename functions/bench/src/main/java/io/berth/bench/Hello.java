// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import java.io.IOException;

/** The floor: what a virtual machine costs that does nothing. */
public final class Hello {
  private Hello() {}

  /** Prints a line and waits until it is read and measured. */
  public static void main(String... words) throws IOException {
    System.out.println("hello");
    System.out.flush();
    System.in.read();
  }
}
