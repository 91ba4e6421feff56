// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.scf.platform.ScfJson;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Function URLs in the management API. */
class TriggerTest {
  private static final byte[] ZIP =
      Zips.zip(Map.of("bootstrap", Zips.utf8("#!/bin/sh\n")), "bootstrap", "rwxr-xr-x");

  @TempDir Path folder;
  private RunningScf scf;

  @BeforeEach
  void start() throws Exception {
    scf = new RunningScf(folder);
    scf.call("CreateFunction", RunningScf.function("fn", ZIP));
  }

  @AfterEach
  void stop() {
    scf.close();
  }

  private ApiError refusal(String action, ObjectNode parameters) {
    return catchThrowableOfType(ApiError.class, () -> scf.call(action, parameters));
  }

  private void refusesDesc(String code, String words, String desc) {
    ApiError refusal = refusal("CreateTrigger", RunningScf.trigger("fn", desc));
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal).hasMessageContaining(words);
  }

  @Test
  void createsAFunctionUrl_andTellsItsAddressInTheReadBackDesc() throws Exception {
    JsonNode info =
        scf.call(
                "CreateTrigger",
                RunningScf.trigger("fn", RunningScf.URL_DESC).put("Enable", "OPEN"))
            .get("TriggerInfo");
    String url = scf.scf.functions() + "/fn";

    assertThat(info.toString())
        .isEqualTo(
            "{\"TriggerName\":\"url\",\"Type\":\"http\",\"TriggerDesc\":"
                + ScfJson.quote(
                    "{\"AuthType\":\"NONE\",\"NetConfig\":{\"EnableIntranet\":false,"
                        + "\"EnableExtranet\":true,\"IntranetUrl\":\"\",\"IntranetHTTPUrl\":\"\","
                        + "\"ExtranetUrl\":\""
                        + url
                        + "\",\"ExtranetHTTPUrl\":\""
                        + url
                        + "\"},\"ApiGwCompatible\":false}")
                + ",\"Enable\":1,\"Qualifier\":\"$LATEST\",\"AvailableStatus\":\"Available\","
                + "\"AddTime\":\"2026-11-21 16:00:00\",\"ModTime\":\"2026-11-21 16:00:00\","
                + "\"CustomArgument\":\"\",\"Description\":\"\",\"ResourceId\":\"\","
                + "\"BindStatus\":\"\",\"TriggerAttribute\":\"\"}");
    JsonNode list = scf.call("ListTriggers", RunningScf.named("fn"));
    assertThat(list.get("TotalCount").asInt()).isEqualTo(1);
    assertThat(list.at("/Triggers/0/TriggerDesc")).isEqualTo(info.get("TriggerDesc"));
    assertThat(list.get("Triggers").get(0).has("BoundResources")).isTrue();
    assertThat(
            scf.call("GetFunction", RunningScf.named("fn"))
                .at("/Triggers/0/TriggerName")
                .textValue())
        .isEqualTo("url");
  }

  @Test
  void takesBackWhatItGaveOut() throws Exception {
    JsonNode info =
        scf.call("CreateTrigger", RunningScf.trigger("fn", RunningScf.URL_DESC)).get("TriggerInfo");
    String desc = info.get("TriggerDesc").textValue();

    JsonNode again = scf.call("UpdateTrigger", RunningScf.trigger("fn", desc)).get("TriggerInfo");

    assertThat(again.get("TriggerDesc").textValue()).isEqualTo(desc);
  }

  @Test
  void closesAndOpensTheUrl() throws Exception {
    scf.call("CreateTrigger", RunningScf.trigger("fn", RunningScf.URL_DESC));
    ObjectNode close =
        RunningScf.named("fn").put("TriggerName", "url").put("Type", "http").put("Enable", "CLOSE");

    JsonNode info = scf.call("UpdateTrigger", close).get("TriggerInfo");

    assertThat(info.get("Enable").asInt()).isZero();
    assertThat(scf.post("/fn", "x").statusCode()).isEqualTo(404);
    assertThat(scf.post("/fn", "x").body()).contains("The Function URL of `fn` is closed");
  }

  @Test
  void refusesAuthCam_becauseOnlyNoneIsPlayed() {
    refusesDesc(
        "InvalidParameterValue.TriggerDesc",
        "serves Function URLs with AuthType NONE only",
        RunningScf.URL_DESC.replace("NONE", "CAM"));
  }

  @Test
  void refusesADescThatIsWrong() {
    String code = "InvalidParameterValue.TriggerDesc";
    refusesDesc(code, "JSON object in a text", "* * * * * * *");
    refusesDesc(code, "AuthType must be NONE or CAM", "{\"NetConfig\":{}}");
    refusesDesc(code, "needs NetConfig", "{\"AuthType\":\"NONE\"}");
    refusesDesc(code, "the intranet, the extranet", "{\"AuthType\":\"NONE\",\"NetConfig\":{}}");
    refusesDesc(
        code, "unknown field Auth.", "{\"Auth\":\"NONE\",\"NetConfig\":{\"EnableExtranet\":true}}");
    refusesDesc(
        code,
        "EnableExtranet in TriggerDesc must be true or false",
        "{\"AuthType\":\"NONE\",\"NetConfig\":{\"EnableExtranet\":\"TRUE\"}}");
    refusesDesc(
        "InvalidParameterValue.Cors",
        "CorsConfig.Enable true",
        "{\"AuthType\":\"NONE\",\"NetConfig\":{\"EnableExtranet\":true},\"CorsConfig\":{\"Enable\":true}}");
  }

  @Test
  void refusesOtherTypes() {
    ObjectNode timer = RunningScf.trigger("fn", "x").put("Type", "timer");
    assertThat(refusal("CreateTrigger", timer)).hasMessageContaining("type timer is not played");
    ObjectNode apigw = RunningScf.trigger("fn", "x").put("Type", "apigw");
    assertThat(refusal("CreateTrigger", apigw).code()).isEqualTo("InvalidParameterValue.Type");
    assertThat(refusal("CreateTrigger", apigw)).hasMessageContaining("retired");
  }

  @Test
  void refusesASecondUrl() throws Exception {
    scf.call("CreateTrigger", RunningScf.trigger("fn", RunningScf.URL_DESC));

    assertThat(refusal("CreateTrigger", RunningScf.trigger("fn", RunningScf.URL_DESC)).code())
        .isEqualTo("ResourceInUse.TriggerName");
    ObjectNode other = RunningScf.trigger("fn", RunningScf.URL_DESC).put("TriggerName", "two");
    assertThat(refusal("CreateTrigger", other).code()).isEqualTo("ResourceInUse.Trigger");
  }

  @Test
  void refusesTheSameNameInAnotherRegion_becauseTheNameIsTheAddress() throws Exception {
    scf.call("CreateTrigger", RunningScf.trigger("fn", RunningScf.URL_DESC));
    scf.callIn("ap-shanghai", "CreateFunction", RunningScf.function("fn", ZIP));

    ApiError refusal =
        catchThrowableOfType(
            ApiError.class,
            () ->
                scf.callIn(
                    "ap-shanghai", "CreateTrigger", RunningScf.trigger("fn", RunningScf.URL_DESC)));

    assertThat(refusal).hasMessageContaining("has its Function URL in ap-guangzhou");
  }

  @Test
  void findsTriggersByFilter() throws Exception {
    scf.call("CreateTrigger", RunningScf.trigger("fn", RunningScf.URL_DESC));
    ObjectNode filtered = RunningScf.named("fn");
    filtered
        .putArray("Filters")
        .addObject()
        .put("Name", "TriggerName")
        .putArray("Values")
        .add("no");

    assertThat(scf.call("ListTriggers", filtered).get("TotalCount").asInt()).isZero();
  }

  @Test
  void deletesATrigger() throws Exception {
    scf.call("CreateTrigger", RunningScf.trigger("fn", RunningScf.URL_DESC));
    ObjectNode trigger = RunningScf.named("fn").put("TriggerName", "url").put("Type", "http");

    scf.call("DeleteTrigger", trigger);

    assertThat(refusal("DeleteTrigger", trigger).code()).isEqualTo("ResourceNotFound.Trigger");
    assertThat(scf.post("/fn", "x").body()).contains("has no Function URL");
  }
}
