// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.schema.Field;
import io.berth.emulator.schema.Field.Type;
import io.berth.emulator.schema.Schema;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of the actions on namespaces, and a namespace as DescribeNamespaces shows it. */
final class NamespaceParameters {
  static final Namespace.ScanRules NO_RULES = new Namespace.ScanRules(false, false, "", List.of());

  // "2 to 30 of a-z, 0-9 and . _ -, no separator at either end, no two in a row."
  static final Pattern NAME = Pattern.compile("(?=.{2,30}$)[a-z0-9]+([._-][a-z0-9]+)*");
  private static final Set<String> SEVERITIES = Set.of("", "low", "medium", "high");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

  private static final Field NAMESPACE = Field.required("NamespaceName", Type.TEXT);
  private static final Field PUBLIC = Field.required("IsPublic", Type.BOOLEAN);
  // These four are in the Chinese definition only.
  private static final Field SCAN = Field.optional("IsAutoScan", Type.BOOLEAN);
  private static final Field PREVENT = Field.optional("IsPreventVUL", Type.BOOLEAN);
  private static final Field SEVERITY = Field.optional("Severity", Type.TEXT);
  private static final Field ALLOWED =
      new Field(
          "CVEWhitelistItems", Type.OBJECTS, false, Schema.of(Field.required("CVEID", Type.TEXT)));

  static final Schema CREATE =
      Schema.of(
          RegistryParameters.REGISTRY_ID,
          NAMESPACE,
          PUBLIC,
          new Field("TagSpecification", Type.OBJECT, false, Tags.SCHEMA),
          SCAN,
          PREVENT,
          SEVERITY,
          ALLOWED);
  static final Schema MODIFY =
      Schema.of(
          RegistryParameters.REGISTRY_ID, NAMESPACE, PUBLIC, SCAN, PREVENT, SEVERITY, ALLOWED);
  static final Schema DELETE = Schema.of(RegistryParameters.REGISTRY_ID, NAMESPACE);
  static final Schema DESCRIBE =
      Schema.of(
          RegistryParameters.REGISTRY_ID,
          Field.optional("NamespaceName", Type.TEXT),
          RegistryParameters.LIMIT,
          RegistryParameters.OFFSET,
          Field.optional("All", Type.BOOLEAN),
          new Field("Filters", Type.OBJECTS, false, DescribeInstancesAction.FILTER),
          Field.optional("KmsSignPolicy", Type.BOOLEAN));

  private NamespaceParameters() {}

  /** A name for a new namespace. Inferred: which of the codes a bad one gets. */
  static String name(ObjectNode given) throws ApiError {
    String name = given.get("NamespaceName").textValue();
    if (!NAME.matcher(name).matches()) {
      throw new ApiError(
          "InvalidParameter.ErrorTcrInvalidParameter",
          "Invalid parameter. NamespaceName must have 2 to 30 of a-z, 0-9 and . _ -, with none of"
              + " the last three at either end or twice in a row.");
    }
    return name;
  }

  /** What is not given stays as it was. */
  static Namespace.ScanRules rules(ObjectNode given, Namespace.ScanRules old) throws ApiError {
    String severity = given.path("Severity").asText(old.severity());
    if (!SEVERITIES.contains(severity)) {
      throw TcrRefusal.parameter("Severity must be low, medium or high.");
    }
    List<String> allowed = new ArrayList<>();
    for (JsonNode item : given.path("CVEWhitelistItems")) {
      allowed.add(item.get("CVEID").textValue());
    }
    return new Namespace.ScanRules(
        given.path("IsAutoScan").asBoolean(old.scan()),
        given.path("IsPreventVUL").asBoolean(old.prevent()),
        severity,
        given.has("CVEWhitelistItems") ? allowed : old.allowed());
  }

  static ObjectNode show(Namespace namespace) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("Name", namespace.name())
            .put("CreationTime", TIME.format(namespace.createdAt()))
            .put("Public", namespace.isPublic())
            .put("NamespaceId", namespace.id());
    json.set("TagSpecification", namespace.tags().map(Tags::toJson).orElse(null));
    json.putArray("Metadata");
    ArrayNode allowed = json.putArray("CVEWhitelistItems");
    namespace.rules().allowed().forEach(id -> allowed.addObject().put("CVEID", id));
    return json.put("AutoScan", namespace.rules().scan())
        .put("PreventVUL", namespace.rules().prevent())
        .put("Severity", namespace.rules().severity());
  }
}
