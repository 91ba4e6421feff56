// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists: pages, filters, ids. */
interface PageContract extends OnEmulator {
  private List<String> names(String json) {
    List<String> names = new ArrayList<>();
    accepted(tcr("DescribeInstances", json))
        .get("Registries")
        .forEach(registry -> names.add(registry.get("RegistryName").textValue()));
    return names;
  }

  private static String filter(String name, String values) {
    return "{\"Name\":\"" + name + "\",\"Values\":[" + values + "]}";
  }

  @Test
  default void pagesThroughRegistriesWithoutGapsOrDoubles() {
    List<String> created = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      created.add("payments-" + i);
      accepted(create("payments-" + i, ""));
    }

    List<String> paged = new ArrayList<>();
    for (int offset = 0; offset < 9; offset += 3) {
      paged.addAll(names("{\"Limit\":3,\"Offset\":" + offset + "}"));
    }

    assertThat(paged).containsExactlyElementsOf(created);
    assertThat(names("{\"Offset\":7}")).isEmpty();
    assertThat(accepted(tcr("DescribeInstances", "{\"Limit\":1}")).get("TotalCount").intValue())
        .isEqualTo(7);
  }

  @Test
  default void filtersByAllNamesOfAFilterAndByEveryFilter() {
    String tag =
        ",\"TagSpecification\":{\"ResourceType\":\"instance\",\"Tags\":[{\"Key\":\"%s\",\"Value\":\"%s\"}]}";
    accepted(create("payments", tag.formatted("env", "dev")));
    accepted(create("shipping", tag.formatted("env", "prod")));
    accepted(create("catalog", ""));
    String twoNames = filter("RegistryName", "\"payments\",\"catalog\"");
    String dev = filter("Tags", "\"env:dev\"");

    assertThat(names("{\"Filters\":[" + twoNames + "]}")).containsExactly("payments", "catalog");
    assertThat(names("{\"Filters\":[" + twoNames + "," + dev + "]}")).containsExactly("payments");
    assertThat(names("{\"Filters\":[" + filter("Tags", "\"env:other\"") + "]}")).isEmpty();
  }

  @Test
  default void listsOneRegionUnlessAskedForAll() {
    accepted(create("payments", ""));
    accepted(create("shipping", "").in("eu-frankfurt"));

    assertThat(names("{}")).containsExactly("payments");
    assertThat(names("{\"AllRegion\":true}")).containsExactlyInAnyOrder("payments", "shipping");
  }

  @Test
  default void pagesThroughCodesAndPicksThemById() {
    List<String> created = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      created.add(accepted(tat("CreateRegisterCode", "{}")).get("RegisterCodeId").textValue());
    }

    List<String> paged = new ArrayList<>();
    for (int offset = 0; offset < 6; offset += 2) {
      paged.addAll(codes("{\"Limit\":2,\"Offset\":" + offset + "}"));
    }

    assertThat(paged).containsExactlyElementsOf(created);
    assertThat(codes(Asking.list("RegisterCodeIds", created.get(3), created.get(1))))
        .containsExactlyInAnyOrder(created.get(1), created.get(3));
  }

  private List<String> codes(String json) {
    JsonNode answer = accepted(tat("DescribeRegisterCodes", json));
    List<String> ids = new ArrayList<>();
    answer.get("RegisterCodeSet").forEach(code -> ids.add(code.get("RegisterCodeId").textValue()));
    return ids;
  }

  @Test
  default void refusesPagesThatCannotBe() {
    assertThat(code(tcr("DescribeInstances", "{\"Offset\":-1}"))).isEqualTo("InvalidParameter");
    assertThat(code(tat("DescribeRegisterCodes", "{\"Offset\":-1}")))
        .isEqualTo("InvalidParameterValue.TooSmall");
    assertThat(code(tat("DescribeRegisterCodes", "{\"Limit\":101}")))
        .isEqualTo("InvalidParameterValue.TooLarge");
    assertThat(code(tcr("DescribeInstances", "{\"Filters\":[" + filter("Colour", "\"x\"") + "]}")))
        .isEqualTo("InvalidParameter");
  }
}
