// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code application/x-www-form-urlencoded} strictly. Readers behind it are lenient, each in
 * its own way; what is ambiguous (a field twice, bytes that are no UTF-8) must not reach them.
 */
final class FormBody {
  private static final int MOST_FIELDS = 100;

  private FormBody() {}

  /** The fields in their order, or nothing when the body is not one plain form. */
  static Optional<Map<String, String>> read(byte[] body) {
    Map<String, String> fields = new LinkedHashMap<>();
    int start = 0;
    for (int i = 0; i <= body.length; i++) {
      if (i == body.length || body[i] == '&') {
        if (i > start && !add(fields, body, start, i)) {
          return Optional.empty();
        }
        start = i + 1;
      }
    }
    return Optional.of(fields);
  }

  private static boolean add(Map<String, String> fields, byte[] body, int from, int to) {
    int equals = from;
    while (equals < to && body[equals] != '=') {
      equals++;
    }
    Optional<String> name = decode(body, from, equals);
    Optional<String> value = decode(body, Math.min(equals + 1, to), to);
    return name.isPresent()
        && value.isPresent()
        && fields.size() < MOST_FIELDS
        && fields.putIfAbsent(name.get(), value.get()) == null;
  }

  private static Optional<String> decode(byte[] body, int from, int to) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(to - from);
    for (int i = from; i < to; i++) {
      if (body[i] == '%') {
        int high = i + 2 < to ? Character.digit(body[i + 1], 16) : -1;
        int low = i + 2 < to ? Character.digit(body[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(body[i] == '+' ? ' ' : body[i]);
      }
    }
    return text(bytes.toByteArray());
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
