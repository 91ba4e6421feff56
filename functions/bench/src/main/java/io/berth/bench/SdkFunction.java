// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.CommonRequest;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same function written on the official SDK, as short as one would: reads the event with the
 * SDK's own Gson, checks the caller's signature (with our verifier), lets the SDK sign and send
 * CreateInstance, answers, logs a line.
 */
public final class SdkFunction extends PeerFunction {
  private final Gson gson = new Gson();
  private final CommonClient client;

  private SdkFunction(Map<String, String> environment, Clock clock) {
    super(environment, clock);
    client = SdkLoad.client(environment.get("BERTH_CLOUD_ENDPOINT"));
  }

  /** Runs until SIGTERM. */
  public static void main(String... words) {
    PeerProcess.run(System.getenv(), SdkFunction::new);
  }

  @Override
  PeerCall read(byte[] event) {
    JsonObject fields = JsonParser.parseString(new String(event, UTF_8)).getAsJsonObject();
    Map<String, List<String>> headers = new LinkedHashMap<>();
    fields
        .getAsJsonObject("headers")
        .entrySet()
        .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().getAsString())));
    return new PeerCall(headers, fields.get("body").getAsString());
  }

  @Override
  byte[] write(Map<String, Object> answer) {
    return gson.toJson(answer).getBytes(UTF_8);
  }

  @Override
  String created(String body) throws IOException {
    JsonObject fields = JsonParser.parseString(body).getAsJsonObject();
    fields.remove("Region");
    try {
      String text = client.commonRequest(new CommonRequest(fields.toString()), "CreateInstance");
      JsonObject response =
          JsonParser.parseString(text).getAsJsonObject().getAsJsonObject("Response");
      Map<String, Object> created = new LinkedHashMap<>();
      created.put("RegistryId", response.get("RegistryId").getAsString());
      created.put("Outcome", "created");
      created.put("RequestId", response.get("RequestId").getAsString());
      return gson.toJson(created);
    } catch (TencentCloudSDKException e) {
      throw new IOException(e);
    }
  }
}
