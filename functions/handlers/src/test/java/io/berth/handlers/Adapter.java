// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** One function of the finished bundle in a process of its own, and one way to call it. */
interface Adapter extends AutoCloseable {
  /** How a subject of the suite starts one. */
  interface Opening {
    /**
     * Starts the function.
     *
     * @param keys whether the platform gives it the role's keys, in whichever way it does
     * @param folder for what it prints
     */
    Adapter open(UnpackedBundle bundle, Fixture function, boolean keys, Path folder)
        throws IOException;
  }

  /**
   * An HTTP call as its sender made it.
   *
   * @param body the bytes that were signed
   * @param base64 whether an event carries them in base64; HTTP itself has no such thing
   */
  record SentCall(String method, Map<String, String> headers, byte[] body, boolean base64) {}

  /**
   * What came back.
   *
   * @param wire as the platform got it
   * @param requestId the one that the platform gave to this call
   */
  record ReceivedAnswer(String wire, String requestId, Fixture.Reply reply) {}

  ReceivedAnswer call(SentCall call) throws Exception;

  /** All that the process printed so far. */
  String output() throws IOException;

  @Override
  void close();
}
