// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static io.berth.deploy.template.TemplateText.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.berth.contract.FunctionName;
import io.berth.yaml.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The schema that editors use and the checker that deploy uses say the same, by the judgement of a
 * schema validator that knows neither.
 */
class SchemaTest {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path REPOSITORY = Path.of(System.getProperty("basedir", "."), "../..");

  /** What a schema cannot say: it sees neither the bundle nor sums nor a key's second time. */
  private static final Set<String> CHECKER_ONLY =
      Set.of(
          "key given twice",
          "more than a megabyte",
          "two names together",
          "code missing",
          "code that a terminal would obey",
          "web function without its start script",
          "4 KB");

  @TempDir Path folder;
  private JsonSchema schema;

  @BeforeEach
  void load() throws IOException {
    SmallBundle.write(folder.resolve("code.zip"));
    schema = FACTORY.getSchema(Template.schema());
  }

  @Test
  void isAProperSchemaItself() {
    JsonSchema meta =
        FACTORY.getSchema(SchemaLocation.of(schema.getSchemaNode().get("$schema").textValue()));

    assertThat(meta.validate(schema.getSchemaNode())).isEmpty();
  }

  @Test
  void takesTheShippedTemplateWhichNamesIt() throws IOException {
    String shipped = Files.readString(REPOSITORY.resolve("template.yaml"));
    String named = shipped.lines().findFirst().orElseThrow().replaceFirst("^.*\\$schema=", "");

    assertThat(complaints(shipped)).isEmpty();
    assertThat(JSON.readTree(REPOSITORY.resolve(named).toFile())).isEqualTo(schema.getSchemaNode());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.berth.deploy.template.Mistaken#all")
  void refusesWhatTheCheckerRefuses(String name, String yaml, String line) throws IOException {
    assumeThat(isYaml(yaml)).isTrue();

    assertThat(complaints(yaml).isEmpty())
        .as("%s: %s", name, complaints(yaml))
        .isEqualTo(CHECKER_ONLY.contains(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "512 => 64",
        "512 => 128",
        "512 => 3072",
        "Timeout: 30 => Timeout: 900",
        "InitTimeout: 30 => InitTimeout: 3",
        "InitTimeout: 30 => InitTimeout: 300",
        "AuthType: NONE => AuthType: CAM",
        "EnableIntranet: false => EnableIntranet: true",
        "EnableExtranet: true, EnableIntranet: false => EnableIntranet: true",
        "Qualifier: $LATEST => ApiGwCompatible: true",
        "Role: berth-create => Role: a+b=c,d.e@f-g_h",
        "Role: berth-create => <<: {Role: berth-create}",
        "Role: berth-create => {Role",
        "${APPROVAL:-true} => \"false\"",
        "${ENDPOINT:-} => a$b${A}c${B:-d$e}",
        "BERTH_CLOUD_ENDPOINT => JAVA_TOOL_OPTIONS",
        "default: => d:",
        "tcr-create-instance: => f2:"
      })
  void takesWhatTheCheckerTakes(String change) throws IOException {
    String[] sides = change.split(" => ");
    String yaml =
        sides[1].startsWith("{Role")
            ? with(sides[0], "VpcConfig: {VpcId: vpc-1a, SubnetId: subnet-2b}\n        Role: x")
            : with(sides[0], sides[1]);
    assertThat(complaints(yaml)).isEmpty();
    assertThat(mistakes(yaml)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(FunctionName.class)
  void asksForApprovalKeysWhereSomethingIsCreatedAsTheCheckerDoes(FunctionName function)
      throws IOException {
    String yaml =
        with(
                "            BERTH_REQUIRE_APPROVAL: ${APPROVAL:-true}\n"
                    + "            BERTH_APPROVAL_KEYS: ${KEYS}\n",
                "")
            .replace("Handler: tcr-create-instance", "Handler: " + function.wireName());

    assertThat(mistakes(yaml).isEmpty()).isEqualTo(!function.creates());
    assertThat(complaints(yaml).isEmpty()).isEqualTo(!function.creates());
  }

  @Test
  void takesAFunctionThatNeedsNoGlobals() throws IOException {
    String yaml = TemplateText.withoutGlobals();

    assertThat(complaints(yaml)).isEmpty();
    assertThat(mistakes(yaml)).isEmpty();
  }

  /** TCSAM's merge replaces a zero by the global value; a schema sees the zero only. */
  @Test
  void isStricterOnlyWhereAnEmptyValueIsReplacedByAGlobalOne() throws IOException {
    String yaml =
        with("        Role: berth-create\n", "        Role: berth-create\n        Timeout: 0\n");

    assertThat(mistakes(yaml)).isEmpty();
    assertThat(complaints(yaml)).hasSize(1);
  }

  private List<String> complaints(String yaml) throws IOException {
    return schema.validate(json(yaml).toString(), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  private List<Mistake> mistakes(String yaml) throws IOException {
    return Template.read(Files.writeString(folder.resolve("template.yaml"), yaml)).mistakes();
  }

  private static boolean isYaml(String yaml) {
    try {
      return !json(yaml).isNull();
    } catch (YamlEngineException e) {
      return false;
    }
  }

  /** As an editor reads it: YAML 1.2, the last of two equal keys. */
  private static JsonNode json(String yaml) {
    LoadSettings settings =
        LoadSettings.builder().setSchema(new CoreSchema()).setAllowDuplicateKeys(true).build();
    return JSON.valueToTree(new Load(settings).loadFromString(yaml));
  }
}
