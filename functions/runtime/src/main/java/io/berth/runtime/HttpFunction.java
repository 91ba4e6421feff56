// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import com.amazonaws.services.lambda.runtime.Context;

/** A function called by HTTP. It may be called by several threads at once on port 9000. */
public interface HttpFunction {
  /** Answers one call; an exception is a bug, logged and answered without its text. */
  HttpReply handle(HttpCall call, Context context);

  /** The largest body it wants, in bytes; a larger one is refused with 413 before it is decoded. */
  default int maxBodyBytes() {
    return HttpEventHandler.MAX_EVENT;
  }
}
