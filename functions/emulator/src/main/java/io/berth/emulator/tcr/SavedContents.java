// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.persistence.BadState;
import io.berth.emulator.persistence.SavedFields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is in a registry, as it is kept between two runs. */
final class SavedContents {
  private static final Pattern TOKEN_ID = Pattern.compile("[a-z0-9]{20}");
  private static final Pattern SEVERITY = Pattern.compile("|low|medium|high");
  private static final Set<String> NAMESPACE_FIELDS =
      Set.of("id", "name", "public", "createdAt", "tags", "scan", "prevent", "severity", "allowed");
  private static final Set<String> TOKEN_FIELDS =
      Set.of("id", "description", "enabled", "createdAt", "expiresAt");

  private SavedContents() {}

  static void write(RegistryContents contents, ObjectNode json) {
    ObjectNode endpoint = json.putObject("endpoint").put("open", contents.endpoint().open());
    contents.endpoint().since().ifPresent(at -> endpoint.put("since", at.toString()));
    json.put("lastNamespace", contents.lastNamespace());
    ArrayNode namespaces = json.putArray("namespaces");
    contents.namespaces().forEach(namespace -> write(namespace, namespaces.addObject()));
    ArrayNode tokens = json.putArray("tokens");
    contents.tokens().forEach(token -> write(token, tokens.addObject()));
  }

  private static void write(LongTermToken token, ObjectNode json) {
    json.put("id", token.id())
        .put("description", token.description())
        .put("enabled", token.enabled())
        .put("createdAt", token.createdAt().toString())
        .put("expiresAt", token.expiresAt().toString());
  }

  private static void write(Namespace namespace, ObjectNode json) {
    json.put("id", namespace.id()).put("name", namespace.name());
    json.put("public", namespace.isPublic()).put("createdAt", namespace.createdAt().toString());
    namespace.tags().ifPresent(tags -> SavedTags.write(tags, json.putObject("tags")));
    Namespace.ScanRules rules = namespace.rules();
    json.put("scan", rules.scan()).put("prevent", rules.prevent());
    ArrayNode allowed = json.put("severity", rules.severity()).putArray("allowed");
    rules.allowed().forEach(id -> allowed.addObject().put("id", id));
  }

  static RegistryContents read(SavedFields registry) throws BadState {
    List<Namespace> namespaces = registry.each("namespaces", SavedContents::namespace);
    List<LongTermToken> tokens = registry.each("tokens", SavedContents::token);
    long last = namespaces.stream().mapToLong(Namespace::id).max().orElse(0);
    return new RegistryContents(
        endpoint(registry),
        registry.number("lastNamespace", last, last, Integer.MAX_VALUE),
        namespaces,
        tokens);
  }

  private static PublicEndpoint endpoint(SavedFields registry) throws BadState {
    Optional<SavedFields.Item> given = registry.object("endpoint");
    if (given.isEmpty()) {
      return PublicEndpoint.CLOSED;
    }
    SavedFields fields =
        SavedFields.of(given.get().value(), given.get().path(), Set.of("open", "since"));
    return new PublicEndpoint(fields.flag("open", false), fields.moment("since"));
  }

  private static Namespace namespace(SavedFields.Item item) throws BadState {
    SavedFields fields = SavedFields.of(item.value(), item.path(), NAMESPACE_FIELDS);
    return new Namespace(
        fields.number("id", 1, 1, Integer.MAX_VALUE),
        fields.text("name", NamespaceParameters.NAME),
        fields.flag("public", false),
        SavedTags.read(fields.object("tags")),
        rules(fields),
        fields.time("createdAt"));
  }

  private static Namespace.ScanRules rules(SavedFields namespace) throws BadState {
    List<String> allowed = namespace.each("allowed", SavedContents::vulnerability);
    return new Namespace.ScanRules(
        namespace.flag("scan", false),
        namespace.flag("prevent", false),
        namespace.text("severity", SEVERITY),
        allowed);
  }

  private static String vulnerability(SavedFields.Item item) throws BadState {
    return SavedFields.of(item.value(), item.path(), Set.of("id")).text("id");
  }

  private static LongTermToken token(SavedFields.Item item) throws BadState {
    SavedFields fields = SavedFields.of(item.value(), item.path(), TOKEN_FIELDS);
    return new LongTermToken(
        fields.text("id", TOKEN_ID),
        fields.text("description"),
        fields.flag("enabled", true),
        fields.time("createdAt"),
        fields.time("expiresAt"));
  }
}
