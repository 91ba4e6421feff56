// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;

/**
 * JSON as plain maps, lists, texts, {@code Long}, {@code BigDecimal}, {@code Boolean} and {@code
 * null}; read strictly, written with the keys in the order given. Streaming underneath, because a
 * databinding library costs a cold function more than all else in it.
 */
public final class Json {
  private static final JsonFactory WRITER = new JsonFactory();

  private Json() {}

  /**
   * How much JSON is read at most.
   *
   * @param depth how deep objects and lists may nest
   * @param text characters in one text
   * @param name characters in one key
   * @param number digits in one number
   */
  public record Limits(int depth, int text, int name, int number) {
    /** What people and pipelines may send. */
    public static final Limits STRICT = new Limits(32, 16 * 1024, 128, 20);

    /**
     * What the cloud and the function platform may send: an event carries a whole body as one text.
     */
    public static final Limits WIDE = new Limits(64, 8 * 1024 * 1024, 1024, 64);

    JsonFactory factory() {
      return JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(depth)
                  .maxStringLength(text)
                  .maxNameLength(name)
                  .maxNumberLength(number)
                  .build())
          .build();
    }
  }

  /**
   * Reads one JSON object under {@link Limits#STRICT}.
   *
   * @param utf8 the whole text, UTF-8 without a byte order mark
   * @return an unmodifiable map in the order of the text
   * @throws MalformedJson with one sentence: not UTF-8, not JSON, not an object, a duplicate key,
   *     text behind the object, a limit
   */
  public static Map<String, Object> readObject(byte[] utf8) {
    return readObject(utf8, Limits.STRICT);
  }

  /** As {@link #readObject(byte[])} under limits of the caller's choice. */
  public static Map<String, Object> readObject(byte[] utf8, Limits limits) {
    return JsonReader.readObject(decode(utf8), limits);
  }

  /** Writes a tree of maps, lists, texts, numbers, booleans and nulls without white space. */
  public static String write(Object tree) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = WRITER.createGenerator(text)) {
      write(generator, tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** As {@link #write(Object)}, in UTF-8. */
  public static byte[] writeBytes(Object tree) {
    return write(tree).getBytes(UTF_8);
  }

  private static String decode(byte[] utf8) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedJson("The body is not valid UTF-8; send JSON in UTF-8.");
    }
  }

  private static void write(JsonGenerator out, Object node) throws IOException {
    if (node instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeFieldName((String) entry.getKey());
        write(out, entry.getValue());
      }
      out.writeEndObject();
    } else if (node instanceof List<?> list) {
      out.writeStartArray();
      for (Object element : list) {
        write(out, element);
      }
      out.writeEndArray();
    } else {
      writeScalar(out, node);
    }
  }

  private static void writeScalar(JsonGenerator out, Object node) throws IOException {
    if (node == null) {
      out.writeNull();
    } else if (node instanceof String text) {
      out.writeString(text);
    } else if (node instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (node instanceof Long || node instanceof Integer) {
      out.writeNumber(((Number) node).longValue());
    } else if (node instanceof BigDecimal number) {
      out.writeNumber(number);
    } else {
      throw new IllegalArgumentException("not a JSON value: " + node.getClass().getName());
    }
  }
}
