// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.persistence.BadState;
import io.berth.emulator.persistence.SavedFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    write(registry.charge(), json.putObject("charge"));
    RegistryOptions options = registry.options();
    json.put("syncTag", options.syncTag()).put("cosMaz", options.cosMaz());
    json.put("cosVersioning", options.cosVersioning());
    json.put("deletionProtection", options.deletionProtection());
    SavedContents.write(registry.contents(), json);
  }

  private static void write(Charge charge, ObjectNode json) {
    json.put("type", charge.type())
        .put("months", charge.months())
        .put("renewFlag", charge.renewFlag())
        .put("from", charge.from().toString());
  }

  static List<StoredRegistry> read(ObjectNode json) throws BadState {
    SavedFields top = SavedFields.of(json, "", Set.of("registries"));
    List<StoredRegistry> registries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (SavedFields.Item item : top.list("registries")) {
      SavedFields fields = SavedFields.of(item.value(), item.path(), FIELDS);
      StoredRegistry registry = read(fields);
      fields.refuseUnless(ids.add(registry.id()), "id", "must not be there twice");
      fields.refuseUnless(names.add(registry.name()), "name", "must not be there twice");
      registries.add(registry);
    }
    return registries;
  }

  private static StoredRegistry read(SavedFields fields) throws BadState {
    return new StoredRegistry(
        fields.text("id", ID),
        fields.region("region"),
        fields.text("name", RegistryNameRule.LEGAL),
        fields.text("type", TYPE),
        SavedTags.read(fields.object("tags")),
        charge(fields),
        options(fields),
        fields.time("createdAt"),
        SavedContents.read(fields));
  }

  private static RegistryOptions options(SavedFields registry) throws BadState {
    return new RegistryOptions(
        registry.flag("syncTag", false),
        registry.flag("cosMaz", false),
        registry.flag("cosVersioning", false),
        registry.flag("deletionProtection", false));
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
}
