// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import io.berth.contract.Fields;
import io.berth.contract.RequestRule;
import io.berth.contract.text.Echo;
import io.berth.contract.text.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The field TagSpecification of the creating actions (TCR, Data Types, TagSpecification). */
final class TagSpecification {
  private static final String FIELD = "TagSpecification";
  private static final int MOST_TAGS = 10;

  private TagSpecification() {}

  /** The wire form. */
  static Map<String, Object> toJson(String resourceType, List<Tag> tags) {
    Map<String, Object> specification = new LinkedHashMap<>();
    specification.put("ResourceType", resourceType);
    specification.put("Tags", tags.stream().map(Tag::toJson).toList());
    return specification;
  }

  /** The tags that the cloud shows on something. */
  static List<Tag> tagsOf(JsonObject shown) {
    List<Tag> tags = new ArrayList<>();
    for (JsonObject tag : shown.object(FIELD).objects("Tags")) {
      tags.add(new Tag(tag.text("Key"), tag.text("Value")));
    }
    return tags;
  }

  /**
   * The tags that somebody wants, at most nine, none of them Berth's own.
   *
   * @param overLimit the action's code for too many tags
   */
  static List<Tag> check(Fields in, String resourceType, String overLimit) {
    Optional<Fields> specification = in.object(FIELD, List.of("ResourceType", "Tags"));
    specification.ifPresent(s -> checkType(s, resourceType));
    return specification.map(s -> tags(s, overLimit)).orElse(List.of());
  }

  private static void checkType(Fields specification, String resourceType) {
    Optional<String> type = specification.text("ResourceType");
    if (type.filter(t -> !t.equals(resourceType)).isPresent()) {
      Map<String, String> wanted = Map.of("wanted", resourceType);
      specification.refuse("ResourceType", RequestRule.RESOURCE_TYPE, "InvalidParameter", wanted);
    }
    if (!specification.has("Tags")) {
      specification.missing("Tags", RequestRule.TAGS_NEEDED);
    }
  }

  private static List<Tag> tags(Fields specification, String overLimit) {
    List<Tag> tags = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    List<Fields> given = specification.objects("Tags", List.of("Key", "Value"));
    for (Fields tag : given) {
      tags.add(new Tag(key(tag, keys), value(tag)));
    }
    if (given.size() >= MOST_TAGS) {
      Map<String, String> count = Map.of("count", "" + given.size());
      specification.refuse("Tags", RequestRule.TAG_COUNT, overLimit, count);
    }
    return tags;
  }

  private static String value(Fields tag) {
    return tag.has("Value")
        ? tag.text("Value", 255, "InvalidParameter").orElse("")
        : tag.<String>missing("Value", RequestRule.TAG_VALUE_NEEDED).orElse("");
  }

  private static String key(Fields tag, Set<String> keys) {
    String key = tag.text("Key", 127, "InvalidParameter").orElse("");
    if (key.isBlank()) {
      tag.refuse("Key", RequestRule.TAG_KEY_NEEDED, "InvalidParameter");
    } else if (key.equals(Tag.REQUEST_KEY)) {
      tag.refuse("Key", RequestRule.TAG_KEY_RESERVED, "InvalidParameter", Map.of("key", key));
    } else if (!keys.add(key)) {
      tag.refuse("Key", RequestRule.TAG_KEY_ONCE, "InvalidParameter", Map.of("key", Echo.of(key)));
    }
    return key;
  }
}
