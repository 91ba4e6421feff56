// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.http;

import org.eclipse.jetty.server.Response;

/** What every answer carries as {@code X-Emulator}, so that nobody takes it for the cloud. */
public final class EmulatorHeader {
  private static final String NAME = "X-Emulator";
  private static final String VALUE = "berth/0.1.0";

  private EmulatorHeader() {}

  /** Puts it into an answer. */
  public static void put(Response response) {
    response.getHeaders().put(NAME, VALUE);
  }
}
