// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.scf.platform.ScfJson;
import java.util.Set;

/**
 * A Function URL's {@code TriggerDesc} (SCF CreateTrigger, type {@code http}).
 *
 * @param apiGwCompatible whether events also carry the fields of the retired gateway [I]
 */
public record UrlSettings(boolean intranet, boolean extranet, boolean apiGwCompatible) {
  private static final String CODE = "InvalidParameterValue.TriggerDesc";
  private static final Set<String> KNOWN =
      Set.of("AuthType", "NetConfig", "CorsConfig", "ApiGwCompatible", "EnableSimpleMode");
  // What is read back may be sent again: its addresses are known and ignored.
  private static final Set<String> KNOWN_OF_NET =
      Set.of(
          "EnableIntranet",
          "EnableExtranet",
          "IntranetUrl",
          "IntranetHTTPUrl",
          "ExtranetUrl",
          "ExtranetHTTPUrl");
  private static final Set<String> KNOWN_OF_CORS =
      Set.of("Enable", "Origins", "Headers", "Methods", "ExposeHeaders", "MaxAge", "Credentials");

  /**
   * Reads the text of {@code TriggerDesc}.
   *
   * @throws ApiError when it is not such an object, or asks for what the emulator does not do
   */
  public static UrlSettings parse(String text) throws ApiError {
    JsonNode desc =
        ScfJson.parse(text)
            .filter(JsonNode::isObject)
            .orElseThrow(
                () -> bad("TriggerDesc of an http trigger must be a JSON object in a text."));
    refuseUnknown(desc, KNOWN, "");
    checkAuth(desc.path("AuthType"));
    checkCors(desc.path("CorsConfig"));
    return of(net(desc.path("NetConfig")), flag(desc, "ApiGwCompatible"));
  }

  private static JsonNode net(JsonNode net) throws ApiError {
    if (!net.isObject()) {
      throw bad("TriggerDesc needs NetConfig with EnableIntranet and EnableExtranet.");
    }
    refuseUnknown(net, KNOWN_OF_NET, "NetConfig.");
    return net;
  }

  private static UrlSettings of(JsonNode net, boolean apiGwCompatible) throws ApiError {
    boolean intranet = flag(net, "EnableIntranet");
    boolean extranet = flag(net, "EnableExtranet");
    if (!intranet && !extranet) {
      throw bad("NetConfig must enable the intranet, the extranet, or both.");
    }
    return new UrlSettings(intranet, extranet, apiGwCompatible);
  }

  private static void checkAuth(JsonNode auth) throws ApiError {
    if (auth.isTextual() && auth.textValue().equals("CAM")) {
      throw bad(
          "AuthType CAM is not played by the emulator, which serves Function URLs with AuthType"
              + " NONE only; use NONE and let the function check its callers.");
    }
    if (!auth.isTextual() || !auth.textValue().equals("NONE")) {
      throw bad("AuthType must be NONE or CAM.");
    }
  }

  private static void checkCors(JsonNode cors) throws ApiError {
    if (cors.isMissingNode() || cors.isNull()) {
      return;
    }
    if (!cors.isObject()) {
      throw bad("CorsConfig must be an object.");
    }
    refuseUnknown(cors, KNOWN_OF_CORS, "CorsConfig.");
    if (flag(cors, "Enable")) {
      throw new ApiError(
          "InvalidParameterValue.Cors", "CorsConfig.Enable true is not played by the emulator.");
    }
  }

  private static boolean flag(JsonNode in, String name) throws ApiError {
    JsonNode value = in.path(name);
    if (value.isMissingNode() || value.isBoolean()) {
      return value.asBoolean(false);
    }
    throw bad(name + " in TriggerDesc must be true or false.");
  }

  private static void refuseUnknown(JsonNode given, Set<String> known, String path)
      throws ApiError {
    for (var field : given.properties()) {
      if (!known.contains(field.getKey())) {
        throw bad("TriggerDesc has an unknown field " + path + field.getKey() + ".");
      }
    }
  }

  private static ApiError bad(String message) {
    return new ApiError(CODE, message);
  }

  /** The text as it is read back, with the address in it. */
  String readBack(String url) {
    ObjectNode desc = ScfJson.object().put("AuthType", "NONE");
    ObjectNode net = desc.putObject("NetConfig");
    // One listener plays both networks, without TLS.
    net.put("EnableIntranet", intranet)
        .put("EnableExtranet", extranet)
        .put("IntranetUrl", intranet ? url : "")
        .put("IntranetHTTPUrl", intranet ? url : "")
        .put("ExtranetUrl", extranet ? url : "")
        .put("ExtranetHTTPUrl", extranet ? url : "");
    return desc.put("ApiGwCompatible", apiGwCompatible).toString();
  }
}
