// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.text.StrictJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretMaskTest {
  private static ObjectNode masked(String json) throws StrictJson.MalformedJson {
    return SecretMask.of((ObjectNode) StrictJson.read(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void hidesWhatAFunctionIsGivenAtAnyDepth() throws StrictJson.MalformedJson {
    assertThat(
            masked(
                "{\"Code\":{\"ZipFile\":\"UEsD\"},\"Event\":\"{}\",\"FunctionName\":\"f\","
                    + "\"Environment\":{\"Variables\":[{\"Key\":\"K\",\"Value\":\"hunter2\"}]}}"))
        .hasToString(
            "{\"Code\":{\"ZipFile\":\"***\"},\"Event\":\"***\",\"FunctionName\":\"f\","
                + "\"Environment\":\"***\"}");
  }

  @Test
  void cutsLongTextsAndLongLists() throws StrictJson.MalformedJson {
    String many = "1,".repeat(500) + "1";

    ObjectNode masked = masked("{\"a\":\"" + "x".repeat(301) + "\",\"b\":[" + many + "]}");

    assertThat(masked.get("a").textValue()).isEqualTo("(301 characters)");
    assertThat(masked.get("b")).hasSize(100);
  }
}
