// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Notes whether a call began to write its request. Before that moment a failure is certainly
 * without effect; after it nobody can tell.
 */
final class SentMark extends EventListener {
  private volatile boolean sent;

  boolean sent() {
    return sent;
  }

  @Override
  public void requestHeadersStart(Call call) {
    sent = true;
  }
}
