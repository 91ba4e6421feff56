// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.journal.JournalEntry;
import java.util.List;

/** The journal as JSON, oldest request first. */
final class JournalJson {
  private JournalJson() {}

  static ArrayNode of(List<JournalEntry> entries) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    entries.forEach(entry -> write(entry, list.addObject()));
    return list;
  }

  private static void write(JournalEntry entry, ObjectNode json) {
    json.put("Number", entry.number()).put("At", entry.at().toString());
    json.put("RequestId", entry.requestId()).put("Method", entry.method());
    entry.signature().ifPresent(text -> json.put("Signature", text));
    entry.action().ifPresent(text -> json.put("Action", text));
    entry.version().ifPresent(text -> json.put("Version", text));
    entry.region().ifPresent(text -> json.put("Region", text));
    entry.secretId().ifPresent(text -> json.put("SecretId", text));
    entry.parameters().ifPresent(tree -> json.set("Parameters", tree));
    json.put("Code", entry.code());
    entry.created().ifPresent(text -> json.put("Created", text));
    entry.fault().ifPresent(text -> json.put("Fault", text));
    json.put("Millis", entry.millis());
  }
}
