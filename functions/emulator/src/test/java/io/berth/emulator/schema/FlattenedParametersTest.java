// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.emulator.error.ApiError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlattenedParametersTest {
  private static String unfolded(String query) throws ApiError {
    return FlattenedParameters.unfold(FlattenedParameters.pairs(query)).toString();
  }

  @Test
  void foldsIndexesIntoArraysAndNamesIntoStructures() throws ApiError {
    assertThat(
            unfolded(
                "TagSpecification.ResourceType=instance&TagSpecification.Tags.1.Key=b"
                    + "&TagSpecification.Tags.0.Key=a&RegistryChargePrepaid.Period=1"))
        .isEqualTo(
            "{\"TagSpecification\":{\"ResourceType\":\"instance\","
                + "\"Tags\":[{\"Key\":\"a\"},{\"Key\":\"b\"}]},"
                + "\"RegistryChargePrepaid\":{\"Period\":\"1\"}}");
  }

  @Test
  void decodesBothKindsOfSpace() throws ApiError {
    assertThat(unfolded("a=dev+1*~&b=dev%201%2A%7E&c=%E6%9C%AA"))
        .isEqualTo("{\"a\":\"dev 1*~\",\"b\":\"dev 1*~\",\"c\":\"未\"}");
  }

  @Test
  void keepsAStructureWhenAnIndexIsMissing() throws ApiError {
    assertThat(unfolded("Ids.0=a&Ids.2=c")).isEqualTo("{\"Ids\":{\"0\":\"a\",\"2\":\"c\"}}");
  }

  @Test
  void keepsOutermostNumbersAsNames() throws ApiError {
    assertThat(unfolded("0=a&1=b")).isEqualTo("{\"0\":\"a\",\"1\":\"b\"}");
  }

  @Test
  void takesAnEmptyQuery() throws ApiError {
    assertThat(unfolded("")).isEqualTo("{}");
    assertThat(unfolded("&a&&b=")).isEqualTo("{\"a\":\"\",\"b\":\"\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=%",
        "a=%4",
        "a=%zz",
        "a=%FF",
        "a=ä",
        "a=1&a=2",
        "a=1&a.b=2",
        "a.b=1&a=2",
        "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r=1"
      })
  void refusesWhatCannotBeRead(String query) {
    assertThatThrownBy(() -> unfolded(query))
        .isInstanceOfSatisfying(
            ApiError.class, e -> assertThat(e.code()).isEqualTo("InvalidParameter"));
  }
}
