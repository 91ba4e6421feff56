// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.AgentCalls;
import io.berth.emulator.SettableClock;
import io.berth.emulator.TestCloud;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.persistence.BadState;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.text.Identifiers;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes and machines are taken out whole and put back, without any code's value. */
class TatSavedTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T08:00:00Z"));
  private final Tat tat = fresh();

  private Tat fresh() {
    return new Tat(clock, new Identifiers(new SecureRandom()), 10);
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) TestCloud.json(text.replace('\'', '"'));
  }

  private ObjectNode create() throws ApiError {
    return tat.actions()
        .get("CreateRegisterCode")
        .call(
            new ApiCall(
                "CreateRegisterCode",
                tat.version(),
                "ap-guangzhou",
                json("{'RegisterLimit':2,'IpAddressRange':'10.0.0.0/8'}"),
                "AKIDtest",
                "r-1",
                Optional.empty()));
  }

  private static String register(Tat on, ObjectNode code, String machine) throws ApiError {
    ObjectNode given = json(AgentCalls.body(code, machine));
    return on.agentActions()
        .get("RegisterInstance")
        .call(Optional.empty(), "10.0.0.1", given)
        .get("InstanceId")
        .textValue();
  }

  @Test
  void comesBackAsItWasAndTheCodeCanStillBeUsed() throws Exception {
    ObjectNode code = create();
    String first = register(tat, code, "m-1");
    Tat other = fresh();

    other.restore(tat.save());

    assertThat(other.save()).isEqualTo(tat.save());
    assertThat(other.state()).isEqualTo(tat.state());
    assertThat(other.machines()).isEqualTo(tat.machines());
    assertThat(register(other, code, "m-1")).isEqualTo(first);
    register(other, code, "m-2");
    assertThatThrownBy(() -> register(other, code, "m-3")).hasMessageContaining("its limit");
  }

  @Test
  void hasNoCodesValue() throws Exception {
    ObjectNode code = create();

    assertThat(tat.save().toString()).doesNotContain(code.get("RegisterCodeValue").textValue());
  }

  @Test
  void takesACodeWithoutAHashThatNobodyCanUse() throws Exception {
    ObjectNode code = create();
    ObjectNode saved = tat.save();
    ((ObjectNode) saved.at("/codes/0")).remove("valueHash");

    tat.restore(saved);

    assertThat(tat.state()).hasSize(1);
    assertThatThrownBy(() -> register(tat, code, "m-1")).hasMessageContaining("not found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'code':[]} | code",
        "{'codes':[{'id':'x'}]} | codes.0.",
        "{'machines':[{'id':'x'}]} | machines.0.id",
        "{'codes':[{'id':'9b5rb72b-418f-4a81-b32e-f8bc80eef678','region':'ap-guangzhou','ipAddressRange':'any'}]} | codes.0.ipAddressRange",
        "{'codes':[{'id':'9b5rb72b-418f-4a81-b32e-f8bc80eef678','region':'ap-guangzhou','valueHash':'x'}]} | codes.0.valueHash"
      })
  void refusesAStateThatCannotBeAndKeepsItsOwn(String state, String field) throws Exception {
    create();
    ObjectNode before = tat.save();

    assertThatThrownBy(() -> tat.restore(json(state)))
        .isInstanceOfSatisfying(BadState.class, bad -> assertThat(bad.field()).startsWith(field));
    assertThat(tat.save()).isEqualTo(before);
  }
}
