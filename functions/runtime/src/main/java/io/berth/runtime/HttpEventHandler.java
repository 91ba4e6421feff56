// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.berth.contract.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A handler whose events are HTTP requests: event JSON in, the envelope {@code {isBase64Encoded,
 * statusCode, headers, body}} out (SCF, Function URL and API Gateway trigger, "integrated
 * response").
 *
 * <p>Always the envelope: a bare object that happens to have a {@code statusCode} would be taken
 * for one.
 */
public final class HttpEventHandler implements RequestStreamHandler {
  /** The platform's limit of an event, 6 MB. */
  public static final int MAX_EVENT = 6 << 20;

  private final HttpFunction function;
  private final EventReader reader;

  public HttpEventHandler(HttpFunction function) {
    this.function = function;
    this.reader = new EventReader(function.maxBodyBytes());
  }

  /** The function itself, for a listener that has HTTP already. */
  HttpFunction function() {
    return function;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    output.write(envelope(answer(input.readNBytes(MAX_EVENT + 1), context)));
  }

  private HttpReply answer(byte[] event, Context context) {
    String requestId = context.getAwsRequestId();
    if (event.length > MAX_EVENT) {
      return HttpReply.refused(413, "too_large", "event is larger than 6 MB", requestId);
    }
    try {
      return function.handle(reader.read(event, requestId), context);
    } catch (EventReader.Unreadable e) {
      return e.reply(requestId);
    }
  }

  private static byte[] envelope(HttpReply reply) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    boolean text = isText(reply.body());
    envelope.put("isBase64Encoded", !text);
    envelope.put("statusCode", reply.status());
    envelope.put("headers", reply.headers());
    envelope.put(
        "body",
        text ? new String(reply.body(), UTF_8) : Base64.getEncoder().encodeToString(reply.body()));
    return Json.writeBytes(envelope);
  }

  private static boolean isText(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
