// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.SettableClock;
import io.berth.emulator.TestCloud;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.persistence.BadState;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.text.Identifiers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registries are taken out whole and put back. */
class TcrSavedTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T08:00:00Z"));
  private final Tcr tcr = fresh();

  private Tcr fresh() {
    return new Tcr(clock, new Identifiers(new SecureRandom()), RegistryPace.DEFAULT, 10);
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) TestCloud.json(text.replace('\'', '"'));
  }

  private ObjectNode call(Tcr on, String action, String parameters) throws ApiError {
    ObjectNode given =
        on.actions().get(action).schema().orElseThrow().check(json(parameters), false);
    return on.actions()
        .get(action)
        .call(
            new ApiCall(
                action,
                on.version(),
                "ap-guangzhou",
                given,
                "AKIDtest",
                "r-1",
                java.util.Optional.empty()));
  }

  private String full() throws ApiError {
    String id =
        call(
                tcr,
                "CreateInstance",
                "{'RegistryName':'payments','RegistryType':'basic','SyncTag':true,"
                    + "'RegistryChargeType':1,'RegistryChargePrepaid':{'Period':2,'RenewFlag':1},"
                    + "'TagSpecification':{'ResourceType':'instance',"
                    + "'Tags':[{'Key':'k','Value':'v'}]}}")
            .get("RegistryId")
            .textValue();
    clock.advance(Duration.ofSeconds(5));
    String on = "{'RegistryId':'" + id + "'";
    call(tcr, "CreateNamespace", on + ",'NamespaceName':'team-a','IsPublic':true}");
    call(tcr, "CreateInstanceToken", on + ",'TokenType':'longterm','Desc':'d'}");
    call(tcr, "ManageExternalEndpoint", on + ",'Operation':'Create'}");
    return id;
  }

  @Test
  void comesBackAsItWas() throws Exception {
    full();
    Tcr other = fresh();

    other.restore(tcr.save());

    assertThat(other.save()).isEqualTo(tcr.save());
    assertThat(other.state()).isEqualTo(tcr.state());
    assertThat(other.part()).isEqualTo("tcr");
  }

  @Test
  void keepsNamesAndQuotaAfterItCameBack() throws Exception {
    full();
    Tcr other = fresh();
    other.restore(tcr.save());

    assertThatThrownBy(
            () ->
                call(other, "CreateInstance", "{'RegistryName':'payments','RegistryType':'basic'}"))
        .hasMessage("The instance name already exists.");
  }

  @Test
  void countsChangesAndOnlyThose() throws Exception {
    String id = full();
    long before = tcr.changes();

    call(tcr, "DescribeInstances", "{}");
    call(tcr, "ManageExternalEndpoint", "{'RegistryId':'" + id + "','Operation':'Create'}");
    assertThat(tcr.changes()).isEqualTo(before);
    call(tcr, "ManageExternalEndpoint", "{'RegistryId':'" + id + "','Operation':'Delete'}");
    assertThat(tcr.changes()).isEqualTo(before + 1);
  }

  @Test
  void fillsInWhatHasANaturalDefault() throws Exception {
    tcr.restore(
        json(
            "{'registries':[{'id':'tcr-0000000a','region':'ap-guangzhou','name':'payments',"
                + "'type':'basic','createdAt':'2026-11-21T08:00:00Z'}]}"));

    assertThat(tcr.state().at("/0/Status").textValue()).isEqualTo("Pending");
    assertThat(tcr.state().at("/0/PayMod").intValue()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'registrys':[]} | registrys",
        "{'registries':{}} | registries",
        "{'registries':[1]} | registries.0.",
        "{'registries':[{'id':'x'}]} | registries.0.id",
        "{'registries':[{'id':'tcr-0000000a','region':'mars-1'}]} | registries.0.region",
        "{'registries':[{'id':'tcr-0000000a','region':'ap-guangzhou','name':'payments','type':'basic','createdAt':'now'}]} | registries.0.createdAt",
        "{'registries':[{'id':'tcr-0000000a','region':'ap-guangzhou','name':'payments','type':'basic','syncTag':1}]} | registries.0."
      })
  void refusesAStateThatCannotBeAndKeepsItsOwn(String state, String field) throws Exception {
    full();
    ObjectNode before = tcr.save();

    assertThatThrownBy(() -> tcr.restore(json(state)))
        .isInstanceOfSatisfying(BadState.class, bad -> assertThat(bad.field()).startsWith(field));
    assertThat(tcr.save()).isEqualTo(before);
  }

  @Test
  void refusesTheSameNameTwice() throws Exception {
    full();
    ObjectNode twice = tcr.save();
    ObjectNode copy = twice.get("registries").get(0).deepCopy();
    twice.withArray("registries").add(copy.put("id", "tcr-0000000b"));

    assertThatThrownBy(() -> tcr.restore(twice))
        .isInstanceOfSatisfying(
            BadState.class, bad -> assertThat(bad.field()).isEqualTo("registries.1.name"));
  }

  @Test
  void startsWithNothing() {
    assertThat(tcr.save())
        .isEqualTo(
            JsonNodeFactory.instance
                .objectNode()
                .set("registries", JsonNodeFactory.instance.arrayNode()));
  }
}
