// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.CommonRequest;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import io.berth.contract.Callers;
import io.berth.contract.WebhookVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same function written on the official SDK, as short as one would: reads the event with the
 * SDK's own Gson, checks the caller's signature (with our verifier), lets the SDK sign and send
 * CreateInstance, answers, logs a line.
 */
public final class SdkFunction implements RequestStreamHandler {
  private final Gson gson = new Gson();
  private final WebhookVerifier verifier =
      new WebhookVerifier(Callers.parse(System.getenv("BERTH_CALLERS")), Clock.systemUTC());
  private final CommonClient client = SdkLoad.client(System.getenv("BERTH_CLOUD_ENDPOINT"));

  /** Runs until SIGTERM. */
  public static void main(String... words) {
    Function.run(new SdkFunction());
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonObject event =
        JsonParser.parseString(new String(input.readAllBytes(), UTF_8)).getAsJsonObject();
    String body = event.get("body").getAsString();
    Map<String, List<String>> headers = new LinkedHashMap<>();
    event
        .getAsJsonObject("headers")
        .entrySet()
        .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().getAsString())));
    boolean accepted =
        verifier.verify(headers, body.getBytes(UTF_8)).fold(yes -> true, rejected -> false);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("isBase64Encoded", false);
    answer.put("statusCode", accepted ? 200 : 401);
    answer.put("headers", Map.of("Content-Type", "application/json"));
    answer.put("body", accepted ? created(body) : "{}");
    context.getLogger().log("answered " + answer.get("statusCode"));
    output.write(gson.toJson(answer).getBytes(UTF_8));
  }

  private String created(String body) throws IOException {
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
