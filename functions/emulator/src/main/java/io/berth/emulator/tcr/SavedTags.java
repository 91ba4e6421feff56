// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.persistence.BadState;
import io.berth.emulator.persistence.SavedFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tags as they are kept between two runs, of a registry or of a namespace. */
final class SavedTags {
  private SavedTags() {}

  static void write(Tags tags, ObjectNode json) {
    ArrayNode list = json.put("resourceType", tags.resourceType()).putArray("tags");
    tags.tags().forEach((key, value) -> list.addObject().put("key", key).put("value", value));
  }

  static Optional<Tags> read(Optional<SavedFields.Item> item) throws BadState {
    return item.isPresent() ? Optional.of(read(item.get())) : Optional.empty();
  }

  private static Tags read(SavedFields.Item item) throws BadState {
    SavedFields fields = SavedFields.of(item.value(), item.path(), Set.of("resourceType", "tags"));
    Map<String, String> tags = new LinkedHashMap<>();
    for (SavedFields.Item tag : fields.list("tags")) {
      SavedFields pair = SavedFields.of(tag.value(), tag.path(), Set.of("key", "value"));
      if (tags.put(pair.text("key"), pair.text("value")) != null) {
        throw pair.bad("key", "must not be there twice");
      }
    }
    return new Tags(fields.text("resourceType"), tags);
  }
}
