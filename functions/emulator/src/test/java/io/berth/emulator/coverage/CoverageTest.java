// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.coverage;

import static io.berth.emulator.TestCloud.codeOf;
import static io.berth.emulator.TestCloud.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.SettableClock;
import io.berth.emulator.TestCloud;
import io.berth.emulator.coverage.Coverage.CoverageEntry;
import io.berth.emulator.coverage.Coverage.Reach;
import io.berth.emulator.error.ErrorMessages;
import io.berth.emulator.product.CloudProduct;
import io.berth.emulator.schema.Field;
import io.berth.emulator.schema.Field.Type;
import io.berth.emulator.schema.Schema;
import io.berth.emulator.tat.Tat;
import io.berth.emulator.tcr.RegistryPace;
import io.berth.emulator.tcr.Tcr;
import io.berth.emulator.text.Identifiers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of what is covered says the truth: every entry of it is brought about here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageTest {
  private Path folder;
  private TestCloud cloud;
  private Lab lab;

  @BeforeAll
  void start(@TempDir Path forAll) {
    folder = forAll;
    cloud = TestCloud.start(folder, Lab.SETTINGS);
    lab = new Lab(cloud);
  }

  @AfterAll
  void stop() {
    cloud.close();
  }

  @BeforeEach
  void clear() {
    lab.clear();
  }

  private static Stream<CoverageEntry> codes(Reach reach) {
    return Coverage.entries().stream()
        .filter(entry -> entry.aspect() == Coverage.Aspect.CODE && entry.reach() == reach);
  }

  static Stream<CoverageEntry> checkedCodes() {
    return codes(Reach.CHECKED);
  }

  static Stream<CoverageEntry> codesByFault() {
    return codes(Reach.BY_FAULT);
  }

  @ParameterizedTest
  @MethodSource("checkedCodes")
  void anInputBringsAboutEachCheckedCode(CoverageEntry entry) {
    Function<Lab, String> provocation = new Provocations(folder).of(entry).orElseThrow();

    assertThat(provocation.apply(lab)).isEqualTo(entry.name());
  }

  @ParameterizedTest
  @MethodSource("codesByFault")
  void aFaultRuleBringsAboutEachOtherCode(CoverageEntry entry) {
    String action = entry.action().equals("*") ? "DescribeInstances" : entry.action();
    cloud.admin(
        "PUT",
        "faults",
        "[{\"action\":\"%s\",\"effect\":\"error\",\"code\":\"%s\"}]"
            .formatted(action, entry.name()));

    String came =
        entry.product().equals("agent")
            ? lab.agent("{'Action':'" + action + "'}")
            : codeOf(lab.call(entry.product(), action, "{}"));

    assertThat(came).isEqualTo(entry.name());
  }

  private static Map<String, Map<String, Schema>> shapes() {
    SettableClock clock = new SettableClock(Instant.EPOCH);
    Identifiers identifiers = new Identifiers(new SecureRandom());
    CloudProduct tcr = new Tcr(clock, identifiers, RegistryPace.DEFAULT, 1);
    CloudProduct tat = new Tat(clock, identifiers, 1);
    return Map.of(
        "tcr", of(tcr),
        "tat", of(tat),
        "agent",
            tat.agentActions().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().schema())));
  }

  private static Map<String, Schema> of(CloudProduct product) {
    return product.actions().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().schema().orElseThrow()));
  }

  private static Stream<CoverageEntry> parameters() {
    return Coverage.entries().stream().filter(e -> e.aspect() == Coverage.Aspect.PARAMETER);
  }

  @Test
  void namesTheParametersThatEachActionTakesAndNoOthers() {
    Set<String> served = new TreeSet<>();
    shapes()
        .forEach(
            (product, actions) ->
                actions.forEach(
                    (action, shape) ->
                        names(shape, product + " " + action + " ").forEach(served::add)));
    Set<String> listed = new TreeSet<>();
    parameters().forEach(e -> listed.add(e.product() + " " + e.action() + " " + e.name()));

    assertThat(listed).isEqualTo(served);
  }

  private static List<String> names(Schema shape, String path) {
    List<String> names = new ArrayList<>();
    for (Field field : shape.fields()) {
      names.add(path + field.name());
      names.addAll(names(field.inner(), path + field.name() + "."));
    }
    return names;
  }

  /** A parameter is known and typed exactly when another type is refused under its name. */
  @ParameterizedTest
  @MethodSource("parameters")
  void checksTheTypeOfEachParameter(CoverageEntry entry) {
    Schema shape = shapes().get(entry.product()).get(entry.action());
    String json = wrong(shape, entry.name());

    JsonNode answer =
        entry.product().equals("agent")
            ? lab.agent.send(json.replace("{", "{\"Action\":\"RegisterInstance\","), "")
            : lab.call(entry.product(), entry.action(), json);

    assertThat(codeOf(answer)).isEqualTo("InvalidParameter");
    assertThat(messageOf(answer).replaceAll("\\.0", ""))
        .isEqualTo("The value type of parameter `" + entry.name() + "` is not valid.");
  }

  private static String wrong(Schema shape, String path) {
    String name = path.split("\\.")[0];
    Field field =
        shape.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    String value;
    if (!path.equals(name)) {
      String inner = wrong(field.inner(), path.substring(name.length() + 1));
      value = field.type() == Type.OBJECTS ? "[" + inner + "]" : inner;
    } else {
      value = field.type() == Type.TEXT ? "1" : "\"x\"";
    }
    return "{\"" + name + "\":" + value + "}";
  }

  @Test
  void hasEveryActionThatIsServedAndNoneOfThoseThatAreNotYet() {
    Set<String> missing =
        Coverage.entries().stream()
            .filter(entry -> entry.reach() == Reach.NOT_YET)
            .map(entry -> entry.product() + " " + entry.name())
            .collect(Collectors.toSet());
    Set<String> listed =
        Coverage.entries().stream()
            .filter(entry -> !entry.action().equals("*"))
            .map(entry -> entry.product() + " " + entry.action())
            .collect(Collectors.toSet());
    Set<String> served = new HashSet<>();
    shapes().forEach((product, of) -> of.keySet().forEach(a -> served.add(product + " " + a)));

    assertThat(listed).isEqualTo(served);
    assertThat(missing).doesNotContainAnyElementsOf(served);
  }

  @Test
  void namesNothingTwice() {
    List<String> names =
        Coverage.entries().stream()
            .map(e -> String.join(" ", e.product(), e.action(), e.aspect().word(), e.name()))
            .toList();

    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void hasATextInBothLanguagesForEveryCode() {
    assertThat(Coverage.entries())
        .filteredOn(entry -> entry.aspect() == Coverage.Aspect.CODE)
        .extracting(CoverageEntry::name)
        .allSatisfy(code -> assertThat(ErrorMessages.codes()).contains(code));
  }

  @Test
  void isServedToPrograms() {
    JsonNode served = cloud.get("coverage");

    assertThat(served.get("entries")).hasSize(Coverage.entries().size());
    assertThat(served.get("entries").get(0))
        .hasToString(
            "{\"product\":\"tcr\",\"action\":\"*\",\"kind\":\"code\","
                + "\"name\":\"AuthFailure.InvalidAuthorization\",\"reach\":\"checked\","
                + "\"source\":\"documented\"}");
    assertThat(served.get("notReal")).isNotEmpty();
  }
}
