// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.schema.Field.Type;
import io.berth.emulator.text.StrictJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {
  private static final Schema PAIR =
      Schema.of(Field.required("Key", Type.TEXT), Field.optional("Weight", Type.INTEGER));
  private static final Schema SCHEMA =
      Schema.of(
          Field.required("Name", Type.TEXT),
          Field.optional("Count", Type.INTEGER),
          Field.optional("On", Type.BOOLEAN),
          Field.optional("Ids", Type.TEXTS),
          new Field("One", Type.OBJECT, false, PAIR),
          new Field("Many", Type.OBJECTS, false, PAIR));

  private static String check(String json, boolean texts) throws Exception {
    ObjectNode given =
        (ObjectNode) StrictJson.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    return SCHEMA.check(given, texts).toString();
  }

  @Test
  void takesJsonWithTheDeclaredTypes() throws Exception {
    String json =
        "{'Name':'a','Count':20,'On':true,'Ids':['x'],'One':{'Key':'k'},"
            + "'Many':[{'Key':'k','Weight':2}]}";

    assertThat(check(json, false)).isEqualTo(json.replace('\'', '"'));
  }

  @Test
  void readsTextsOfQueriesAsTheDeclaredTypes() throws Exception {
    assertThat(
            check("{'Name':'1','Count':'20','On':'True','Many':[{'Key':'k','Weight':'-2'}]}", true))
        .isEqualTo(
            "{\"Name\":\"1\",\"Count\":20,\"On\":true,\"Many\":[{\"Key\":\"k\",\"Weight\":-2}]}");
  }

  @Test
  void takesNullForAbsent() throws Exception {
    assertThat(check("{'Name':'a','Count':null}", false)).isEqualTo("{\"Name\":\"a\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'Nam':'a'} | UnknownParameter | The parameter `Nam` is not recognized.",
        "{'One':{'key':'a'}} | UnknownParameter | The parameter `One.key` is not recognized.",
        "{'Many':[{'Key':'a'},{'k':1}]} | UnknownParameter | The parameter `Many.1.k` is not recognized.",
        "{'Count':'20'} | InvalidParameter | The value type of parameter `Count` is not valid.",
        "{'Count':2.0} | InvalidParameter | The value type of parameter `Count` is not valid.",
        "{'Count':99999999999999999999} | InvalidParameter | The value type of parameter `Count` is not valid.",
        "{'On':'true'} | InvalidParameter | The value type of parameter `On` is not valid.",
        "{'Name':1} | InvalidParameter | The value type of parameter `Name` is not valid.",
        "{'Name':{'a':1}} | InvalidParameter | The value type of parameter `Name` is not valid.",
        "{'Ids':'x'} | InvalidParameter | The value type of parameter `Ids` is not valid.",
        "{'Ids':[1]} | InvalidParameter | The value type of parameter `Ids.0` is not valid.",
        "{'One':[]} | InvalidParameter | The value type of parameter `One` is not valid.",
        "{'Many':[null]} | InvalidParameter | The value type of parameter `Many.0` is not valid.",
        "{} | MissingParameter | The request is missing a required parameter `Name`.",
        "{'Name':null} | MissingParameter | The request is missing a required parameter `Name`.",
        "{'Name':'a','Many':[{}]} | MissingParameter | The request is missing a required parameter `Many.0.Key`."
      })
  void refusesInTheObservedWords(String json, String code, String message) {
    assertThatThrownBy(() -> check(json, false))
        .hasMessage(message)
        .isInstanceOfSatisfying(ApiError.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void looksForUnknownParametersBeforeTypesAndForTypesBeforeMissingOnes() {
    assertThatThrownBy(() -> check("{'Count':'x','Zzz':1}", false)).hasMessageContaining("Zzz");
    assertThatThrownBy(() -> check("{'Count':'x'}", false)).hasMessageContaining("Count");
  }

  private static String loosely(String json) throws Exception {
    return SCHEMA
        .checkLoosely(
            (ObjectNode) StrictJson.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
        .toString()
        .replace('"', '\'');
  }

  @Test
  void looseLeavesOutWhatItDoesNotKnow() throws Exception {
    assertThat(
            loosely(
                "{'Zzz':1,'Name':'a','One':{'Key':'k','z':{}},'Many':[{'Key':'k','z':[1]}],'z':{'Name':1}}"))
        .isEqualTo("{'Name':'a','One':{'Key':'k'},'Many':[{'Key':'k'}]}");
  }

  @Test
  void looseReadsJsonAsQueriesAreRead() throws Exception {
    assertThat(loosely("{'Name':'a','Count':'20','On':'True','One':{'Key':'k','Weight':'-2'}}"))
        .isEqualTo("{'Name':'a','Count':20,'On':true,'One':{'Key':'k','Weight':-2}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'Name':1} | InvalidParameter",
        "{'Name':'a','Count':'x'} | InvalidParameter",
        "{'Name':'a','Count':'2.0'} | InvalidParameter",
        "{'Name':'a','On':'yes'} | InvalidParameter",
        "{'Name':'a','On':1} | InvalidParameter",
        "{'Name':'a','Ids':'x'} | InvalidParameter",
        "{'nam':'a'} | MissingParameter",
        "{'Name':'a','Many':[{'key':'k'}]} | MissingParameter"
      })
  void looseStillRefuses(String json, String code) {
    assertThatThrownBy(() -> loosely(json))
        .isInstanceOfSatisfying(ApiError.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
