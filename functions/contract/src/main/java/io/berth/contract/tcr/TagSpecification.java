// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import io.berth.contract.Fields;
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
    specification
        .flatMap(s -> s.text("ResourceType"))
        .filter(type -> !type.equals(resourceType))
        .ifPresent(
            type ->
                in.refuse(
                    "TagSpecification.ResourceType",
                    "enum",
                    "InvalidParameter",
                    "TagSpecification.ResourceType must be '" + resourceType + "', or left out."));
    specification
        .filter(s -> !s.has("Tags"))
        .ifPresent(
            s -> s.missing("Tags", "give a list of Key and Value, or leave TagSpecification out"));
    return specification.map(s -> tags(s, overLimit)).orElse(List.of());
  }

  private static List<Tag> tags(Fields specification, String overLimit) {
    List<Tag> tags = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    List<Fields> given = specification.objects("Tags", List.of("Key", "Value"));
    for (Fields tag : given) {
      String key = key(tag, keys);
      String value =
          tag.has("Value")
              ? tag.text("Value", 255, "InvalidParameter").orElse("")
              : tag.<String>missing("Value", "give one, it may be empty").orElse("");
      tags.add(new Tag(key, value));
    }
    if (given.size() >= MOST_TAGS) {
      specification.refuse(
          "Tags",
          "count",
          overLimit,
          "TagSpecification.Tags has "
              + given.size()
              + " tags; the API takes at most 10 and Berth's own request tag is one of them, so give at most 9.");
    }
    return tags;
  }

  private static String key(Fields tag, Set<String> keys) {
    String key = tag.text("Key", 127, "InvalidParameter").orElse("");
    if (key.isBlank()) {
      tag.refuse(
          "Key",
          "required",
          "InvalidParameter",
          tag.at("Key") + " is empty; every tag needs a key.");
    } else if (key.equals(Tag.REQUEST_KEY)) {
      tag.refuse(
          "Key",
          "reserved",
          "InvalidParameter",
          "The tag key "
              + Tag.REQUEST_KEY
              + " is a reserved tag key: Berth marks its requests with it; choose another.");
    } else if (!keys.add(key)) {
      tag.refuse(
          "Key",
          "duplicate",
          "InvalidParameter",
          "The tag key " + Echo.of(key) + " is given twice; give each key once.");
    }
    return key;
  }
}
