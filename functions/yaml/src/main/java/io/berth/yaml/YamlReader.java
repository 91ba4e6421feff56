// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads one file of a dialect. */
public final class YamlReader {
  static final int MOST_BYTES = 1024 * 1024;

  private final YamlContext context;

  /**
   * @param interpolation what the file's texts stand for
   * @param mistakes gets all that is wrong, now and when the mapping is read
   */
  public YamlReader(YamlDialect dialect, Interpolation interpolation, Mistakes mistakes) {
    this.context = new YamlContext(dialect, interpolation, mistakes);
  }

  /** The mapping at the top of the file, or nothing after noting why there is none. */
  public Optional<YamlMapping> read(Path file) {
    // One byte more than allowed is enough to see that there are too many.
    try (InputStream in = Files.newInputStream(file)) {
      return read(in.readNBytes(MOST_BYTES + 1));
    } catch (NoSuchFileException e) {
      return refuse(context.dialect().noSuchFile());
    } catch (IOException e) {
      return refuse(
          context.dialect().file()
              + " cannot be read; is it a file, and are you allowed to read it?");
    }
  }

  Optional<YamlMapping> read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return refuse(context.dialect().tooLarge());
    }
    try {
      return read(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return refuse(context.dialect().file() + " is not valid UTF-8; save it as UTF-8");
    }
  }

  private Optional<YamlMapping> read(String text) {
    String yaml = context.interpolation().hide(text, context.mistakes());
    Optional<YamlNode> root =
        context.mistakes().isEmpty() ? new YamlParser(context).parse(yaml) : Optional.empty();
    root.ifPresent(node -> DuplicateKeys.refuse(node, context));
    return root.flatMap(
        node -> YamlMapping.of(node, context.dialect().top(), node.line(), context));
  }

  private Optional<YamlMapping> refuse(String sentence) {
    context.mistakes().add(0, sentence);
    return Optional.empty();
  }
}
