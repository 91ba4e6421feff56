// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.webapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.http.FormUrlEncoding;
import io.berth.standin.http.HttpRequest;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Directory;
import io.berth.standin.workspace.SlackError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The arguments of a call, from a form, a JSON body or the query. */
final class MethodArguments {
  private final ObjectNode fields;

  private MethodArguments(ObjectNode fields) {
    this.fields = fields;
  }

  static MethodArguments of(HttpRequest request) throws SlackError {
    ObjectNode fields = JsonTrees.object();
    request.query().forEach(fields::put);
    if (request.header("content-type").orElse("").startsWith("application/json")) {
      JsonNode body =
          JsonTrees.read(request.body()).orElseThrow(() -> new SlackError("invalid_json"));
      if (!(body instanceof ObjectNode object)) {
        throw new SlackError("json_not_object");
      }
      fields.setAll(object);
    } else {
      FormUrlEncoding.decode(new String(request.body(), StandardCharsets.UTF_8))
          .forEach(fields::put);
    }
    return new MethodArguments(fields);
  }

  /** A text, when given and not empty. */
  Optional<String> text(String name) {
    JsonNode value = fields.path(name);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asText()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  String required(String name) throws SlackError {
    return text(name)
        .orElseThrow(
            () ->
                new SlackError(
                    "invalid_arguments", List.of("[ERROR] missing required field: " + name)));
  }

  boolean flag(String name) {
    return text(name).map(value -> value.equals("true") || value.equals("1")).orElse(false);
  }

  int number(String name, int otherwise, int most) throws SlackError {
    try {
      int value = text(name).map(Integer::parseInt).orElse(otherwise);
      return Math.max(1, Math.min(value, most));
    } catch (NumberFormatException notNumber) {
      throw new SlackError("invalid_limit");
    }
  }

  /** A tree: JSON itself in a JSON body, JSON as text in a form. Missing when not given. */
  JsonNode tree(String name, String malformed) throws SlackError {
    JsonNode value = fields.path(name);
    if (!value.isTextual()) {
      return value.isNull() ? MissingNode.getInstance() : value;
    }
    if (value.asText().isBlank()) {
      return MissingNode.getInstance();
    }
    return JsonTrees.read(value.asText().getBytes(StandardCharsets.UTF_8))
        .orElseThrow(() -> new SlackError(malformed));
  }

  /** The channel named by its id. */
  Channel channel() throws SlackError {
    return text("channel")
        .flatMap(Directory::channelById)
        .orElseThrow(() -> new SlackError("channel_not_found"));
  }
}
