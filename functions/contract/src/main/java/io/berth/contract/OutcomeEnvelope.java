// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import io.berth.contract.Outcome.Created;
import io.berth.contract.Outcome.How;
import io.berth.contract.Outcome.Refused;
import io.berth.contract.Outcome.Unknown;
import io.berth.contract.text.Json;
import io.berth.contract.text.JsonObject;
import io.berth.contract.text.MalformedJson;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The wire form of an {@link Outcome}: {@code
 * {"RegistryId":"tcr-…","Outcome":"created|adopted|replayed","RequestId":"…"}}, failures {@code
 * {"Error":{"Code":"…","Message":"…"},"Outcome":"refused|unknown","RequestId":"…"}}.
 */
final class OutcomeEnvelope {
  private static final String OUTCOME = "Outcome";
  private static final String REQUEST_ID = "RequestId";
  private static final String SEALED = "RegisterCodeValueSealed";

  private OutcomeEnvelope() {}

  static Map<String, Object> of(Outcome outcome, FunctionName function) {
    Map<String, Object> body =
        outcome.fold(
            created -> created(created, function),
            refused -> failure(refused.code(), refused.message(), "refused"),
            unknown -> failure(unknown.code(), unknown.message(), "unknown"));
    body.put(REQUEST_ID, outcome.requestId());
    return body;
  }

  private static Map<String, Object> created(Created created, FunctionName function) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(function.resultField().orElseThrow(), created.id());
    created.sealedValue().ifPresent(jwe -> body.put(SEALED, jwe));
    body.put(OUTCOME, created.how().name().toLowerCase(Locale.ROOT));
    return body;
  }

  private static Map<String, Object> failure(String code, String message, String outcome) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("Code", code);
    error.put("Message", message);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("Error", error);
    body.put(OUTCOME, outcome);
    return body;
  }

  static Outcome read(FunctionName function, int status, byte[] bytes) {
    Map<String, Object> body;
    try {
      body = Json.readObject(bytes);
    } catch (MalformedJson e) {
      return strange(status, "");
    }
    JsonObject answer = new JsonObject(body);
    return body.get("Error") instanceof Map<?, ?> error
        ? failure(status, answer, new JsonObject(error))
        : created(status, answer, function);
  }

  private static Outcome created(int status, JsonObject answer, FunctionName function) {
    String requestId = answer.text(REQUEST_ID);
    Optional<How> how = how(answer.text(OUTCOME));
    Optional<String> id = function.resultField().flatMap(field -> given(answer, field));
    return status == 200 && how.isPresent() && id.isPresent()
        ? new Created(id.get(), how.get(), given(answer, SEALED), requestId)
        : strange(status, requestId);
  }

  private static Optional<How> how(String outcome) {
    return Arrays.stream(How.values())
        .filter(how -> how.name().toLowerCase(Locale.ROOT).equals(outcome))
        .findFirst();
  }

  private static Outcome failure(int status, JsonObject answer, JsonObject error) {
    String requestId = answer.text(REQUEST_ID);
    String code = given(error, "Code").orElse("Unreadable");
    String message = given(error, "Message").orElse("The function gave no reason.");
    boolean refused = answer.text(OUTCOME).equals("refused") && status >= 400 && status != 504;
    return refused
        ? new Refused(status, code, message, requestId)
        : new Unknown(code, message, requestId);
  }

  private static Unknown strange(int status, String requestId) {
    return new Unknown(
        "Unreadable",
        "The function's answer (status " + status + ") is not one of ours.",
        requestId);
  }

  private static Optional<String> given(JsonObject object, String field) {
    return Optional.of(object.text(field)).filter(text -> !text.isEmpty());
  }
}
