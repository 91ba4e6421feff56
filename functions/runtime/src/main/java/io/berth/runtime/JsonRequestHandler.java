// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.berth.contract.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * Lets a {@link RequestHandler} over plain JSON trees run where streams are spoken. The types of
 * its events are fixed here, so nobody has to look for them by reflection.
 */
public final class JsonRequestHandler implements RequestStreamHandler {
  private final RequestHandler<Map<String, Object>, Object> handler;

  /**
   * @param handler gets an object as a map, and answers maps, lists, texts, numbers, booleans or
   *     {@code null}
   */
  public JsonRequestHandler(RequestHandler<Map<String, Object>, Object> handler) {
    this.handler = handler;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Map<String, Object> event = Json.readObject(input.readAllBytes(), Json.Limits.WIDE);
    output.write(Json.writeBytes(handler.handleRequest(event, context)));
  }
}
