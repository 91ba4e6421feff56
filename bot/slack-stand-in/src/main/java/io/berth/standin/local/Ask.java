// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.http.HttpRequest;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Directory;
import io.berth.standin.workspace.Member;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of a script's request, from a JSON body or the query. */
final class Ask {
  private final ObjectNode fields;

  private Ask(ObjectNode fields) {
    this.fields = fields;
  }

  /** From the body, which must be a JSON object with no other fields than these. */
  static Ask body(HttpRequest request, String... known) throws LocalRefusal {
    JsonNode tree = JsonTrees.read(request.body()).orElse(null);
    if (!(tree instanceof ObjectNode object)) {
      throw LocalRefusal.bad(
          "body", "must be a JSON object, such as {\"user\":\"alice\"}; see what you sent.");
    }
    List<String> names = List.of(known);
    for (var field : object.properties()) {
      if (!names.contains(field.getKey())) {
        throw LocalRefusal.bad(
            field.getKey(), "is not known here; use " + String.join(", ", names) + ".");
      }
    }
    return new Ask(object);
  }

  static Ask query(HttpRequest request) {
    ObjectNode fields = JsonTrees.object();
    request.query().forEach(fields::put);
    return new Ask(fields);
  }

  ObjectNode tree() {
    return fields;
  }

  JsonNode get(String name) {
    return fields.path(name);
  }

  Optional<String> text(String name) {
    JsonNode value = fields.path(name);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asText()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  String required(String name, String example) throws LocalRefusal {
    return text(name)
        .orElseThrow(() -> LocalRefusal.bad(name, "is needed, such as \"" + example + "\"."));
  }

  boolean flag(String name) {
    return fields.path(name).asBoolean(false);
  }

  Member member() throws LocalRefusal {
    String given = required("user", "alice");
    return Directory.member(given)
        .filter(one -> !one.bot())
        .orElseThrow(() -> LocalRefusal.bad("user", "nobody is called " + given + "; " + names()));
  }

  /** The channel, if this person may see it; {@code @berth} is the conversation with the bot. */
  Channel channel(Member member) throws LocalRefusal {
    String given = required("channel", "#requests");
    String meant = given.matches("@?berth") ? member.id() : given;
    return Directory.channel(meant)
        .filter(one -> one.visibleTo(member.id()))
        .orElseThrow(
            () ->
                LocalRefusal.bad(
                    "channel",
                    member.name() + " sees no " + given + "; use " + channels(member) + "."));
  }

  private static String names() {
    return Directory.people().stream()
        .map(Member::name)
        .collect(Collectors.joining(", ", "use one of ", "."));
  }

  private static String channels(Member member) {
    return Directory.channels().stream()
        .filter(one -> one.visibleTo(member.id()))
        .map(Channel::label)
        .collect(Collectors.joining(", "));
  }
}
