// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.persistence.BadState;
import io.berth.emulator.persistence.SavedFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Registries as they are kept between two runs. What has a natural default may be left out. */
final class SavedRegistries {
  private static final Pattern ID = Pattern.compile("tcr-[a-z0-9]{8}");
  private static final Pattern TYPE = Pattern.compile("basic|standard|premium");
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "region",
          "name",
          "type",
          "createdAt",
          "tags",
          "charge",
          "syncTag",
          "cosMaz",
          "cosVersioning",
          "deletionProtection",
          "endpoint",
          "lastNamespace",
          "namespaces",
          "tokens");

  private SavedRegistries() {}

  static ObjectNode write(List<StoredRegistry> registries) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode list = json.putArray("registries");
    registries.forEach(registry -> write(registry, list.addObject()));
    return json;
  }

  private static void write(StoredRegistry registry, ObjectNode json) {
    json.put("id", registry.id()).put("region", registry.region()).put("name", registry.name());
    json.put("type", registry.type()).put("createdAt", registry.createdAt().toString());
    registry.tags().ifPresent(tags -> SavedTags.write(tags, json.putObject("tags")));
    Charge charge = registry.charge();
    json.putObject("charge")
        .put("type", charge.type())
        .put("months", charge.months())
        .put("renewFlag", charge.renewFlag())
        .put("from", charge.from().toString());
    RegistryOptions wishes = registry.wishes();
    json.put("syncTag", wishes.syncTag()).put("cosMaz", wishes.cosMaz());
    json.put("cosVersioning", wishes.cosVersioning());
    json.put("deletionProtection", wishes.deletionProtection());
    SavedContents.write(registry.contents(), json);
  }

  static List<StoredRegistry> read(ObjectNode json) throws BadState {
    List<StoredRegistry> registries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (SavedFields.Item item :
        SavedFields.of(json, "", Set.of("registries")).list("registries")) {
      SavedFields fields = SavedFields.of(item.value(), item.path(), FIELDS);
      StoredRegistry registry = read(fields);
      if (!ids.add(registry.id())) {
        throw fields.bad("id", "must not be there twice");
      }
      if (!names.add(registry.name())) {
        throw fields.bad("name", "must not be there twice");
      }
      registries.add(registry);
    }
    return registries;
  }

  private static StoredRegistry read(SavedFields fields) throws BadState {
    Optional<SavedFields.Item> tags = fields.object("tags");
    return new StoredRegistry(
        fields.text("id", ID),
        fields.region("region"),
        fields.text("name", RegistryNameRule.LEGAL),
        fields.text("type", TYPE),
        tags.isPresent() ? Optional.of(SavedTags.read(tags.get())) : Optional.empty(),
        charge(fields),
        new RegistryOptions(
            fields.flag("syncTag", false),
            fields.flag("cosMaz", false),
            fields.flag("cosVersioning", false),
            fields.flag("deletionProtection", false)),
        fields.time("createdAt"),
        SavedContents.read(fields));
  }

  private static Charge charge(SavedFields registry) throws BadState {
    Optional<SavedFields.Item> given = registry.object("charge");
    if (given.isEmpty()) {
      return new Charge(0, 0, 0, registry.time("createdAt"));
    }
    SavedFields fields =
        SavedFields.of(
            given.get().value(), given.get().path(), Set.of("type", "months", "renewFlag", "from"));
    return new Charge(
        (int) fields.number("type", 0, 0, 1),
        fields.number("months", 0, 0, Charge.MOST_MONTHS),
        (int) fields.number("renewFlag", 0, 0, 2),
        fields.time("from"));
  }

  /** Tags, of a registry or of a namespace. */
  static final class SavedTags {
    private SavedTags() {}

    static void write(Tags tags, ObjectNode json) {
      ArrayNode list = json.put("resourceType", tags.resourceType()).putArray("tags");
      tags.tags().forEach((key, value) -> list.addObject().put("key", key).put("value", value));
    }

    static Tags read(SavedFields.Item item) throws BadState {
      SavedFields fields =
          SavedFields.of(item.value(), item.path(), Set.of("resourceType", "tags"));
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
}
