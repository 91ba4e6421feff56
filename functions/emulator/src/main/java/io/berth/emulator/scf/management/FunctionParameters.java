// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.scf.platform.FunctionKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parameters that nearly every action has, and the form of times. */
public final class FunctionParameters {
  // 2-60 characters, letter first, not ending in - or _ (SCF, Quota Limits).
  private static final Pattern FUNCTION = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,58}[A-Za-z0-9]");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));

  private static final long PAGE = 20;

  private FunctionParameters() {}

  /** Which function a call is about. */
  static FunctionKey key(ApiCall call) throws ApiError {
    ObjectNode parameters = call.parameters();
    checkNamespace(parameters);
    checkQualifier(parameters);
    String name = text(parameters, "FunctionName", "");
    if (!FUNCTION.matcher(name).matches()) {
      throw new ApiError(
          "InvalidParameterValue.FunctionName",
          "FunctionName must have 2 to 60 letters, digits, - or _, begin with a letter and not end"
              + " with - or _.");
    }
    return new FunctionKey(call.region(), name);
  }

  static void checkNamespace(ObjectNode parameters) throws ApiError {
    if (!text(parameters, "Namespace", "default").equals("default")) {
      throw new ApiError(
          "ResourceNotFound.Namespace", "The emulator has the namespace default only.");
    }
  }

  private static void checkQualifier(ObjectNode parameters) throws ApiError {
    String qualifier = text(parameters, "Qualifier", "$LATEST");
    // The alias $DEFAULT points to $LATEST until somebody moves it.
    if (!Set.of("$LATEST", "$DEFAULT").contains(qualifier)) {
      throw new ApiError(
          "ResourceNotFound.Qualifier",
          "The emulator has no published versions: the Qualifier is $LATEST or $DEFAULT.");
    }
  }

  /** A text, or another one when it is absent. */
  public static String text(ObjectNode parameters, String field, String otherwise) {
    return parameters.path(field).asText(otherwise);
  }

  /** The part of a list that {@code Offset} and {@code Limit} ask for. */
  static <T> Stream<T> page(ObjectNode parameters, List<T> all) {
    return all.stream()
        .skip(Math.max(0, parameters.path("Offset").asLong(0)))
        .limit(Math.max(0, parameters.path("Limit").asLong(PAGE)));
  }

  /** A switch that the API writes as a text. */
  static boolean truth(ObjectNode parameters, String field) throws ApiError {
    String given = text(parameters, field, "FALSE");
    if (!given.equals("TRUE") && !given.equals("FALSE")) {
      throw new ApiError("InvalidParameterValue", field + " must be the text TRUE or FALSE.");
    }
    return given.equals("TRUE");
  }

  static ApiError notPlayed(String what, String wayOut) {
    return new ApiError(
        "UnsupportedOperation", what + " is not played by the emulator; " + wayOut + ".");
  }

  /** {@code yyyy-MM-dd HH:mm:ss}, Beijing time [I]. */
  static String time(Instant at) {
    return TIME.format(at);
  }
}
