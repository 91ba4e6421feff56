// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no policy is refused with its place. */
class CamPolicyReaderTest {
  private static final String ONLY =
      " is not known here; there is only effect, action, resource, condition.";

  @TempDir Path folder;

  private static void refuses(String json, String sentence) {
    assertThatThrownBy(() -> CamPolicy.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadPolicy.class)
        .hasMessage(sentence);
  }

  private static void refusesStatement(String json, String sentence) {
    refuses("{'version':'2.0','statement':[" + json + "]}", sentence);
  }

  @Test
  void readsListsAndSingleTexts() {
    CamPolicy policy =
        CamPolicyTest.policy(
            "{'statement':[{'resource':['*','qcs::tcr:::instance/*'],'action':'name/tcr:*',"
                + "'effect':'deny','condition':{'ip_equal':{'qcs:ip':['10.0.0.1']}}}],"
                + "'version':'2.0'}");

    assertThat(policy.statements())
        .containsExactly(
            new Statement(
                Statement.StatementEffect.DENY,
                List.of(new StarPattern("tcr:*")),
                List.of(ResourcePattern.of("*"), ResourcePattern.of("qcs::tcr:::instance/*")),
                List.of(new AddressCondition(true, List.of("10.0.0.1")))));
  }

  @Test
  void refusesWhatIsNotAPolicy() {
    refuses("[]", "the policy must be an object with version, statement.");
    refuses("{", "the policy is not valid JSON at line 1, column 2.");
    refuses(
        "{'version':'2.0','version':'2.0'}", "the policy is not valid JSON at line 1, column 27.");
    refuses("{'statement':[]}", "version must be the text \"2.0\".");
    refuses("{'version':2.0,'statement':[]}", "version must be the text \"2.0\".");
    refuses("{'version':'2012-10-17','statement':[]}", "version must be the text \"2.0\".");
    refuses(
        "{'version':'2.0','Statement':[]}",
        "Statement is not known here; there is only version, statement.");
    refuses("{'version':'2.0'}", "statement must be a list with at least one entry.");
    refuses(
        "{'version':'2.0','statement':{}}", "statement must be a list with at least one entry.");
    refuses(
        "{'version':'2.0','statement':[]}", "statement must be a list with at least one entry.");
    refusesStatement(
        "1", "statement.0 must be an object with effect, action, resource, condition.");
  }

  @Test
  void refusesAStatementThatSaysMoreOrOtherThanIsKnown() {
    String effect = "statement.0.effect must be \"allow\" or \"deny\", in lower case.";
    refusesStatement("{}", effect);
    refusesStatement("{'effect':'Allow','action':'*','resource':'*'}", effect);
    refusesStatement("{'effect':['allow'],'action':'*','resource':'*'}", effect);
    refusesStatement(
        "{'effect':'allow','action':'*','resource':'*','notresource':'x'}",
        "statement.0.notresource" + ONLY);
    refusesStatement(
        "{'effect':'allow','principal':{'qcs':['*']},'action':'*','resource':'*'}",
        "statement.0.principal belongs into a role's trust policy, leave it out here.");
    refusesStatement(
        "{'effect':'allow','action':'*','resource':'*'},{'effect':'maybe'}",
        "statement.1.effect must be \"allow\" or \"deny\", in lower case.");
  }

  @ParameterizedTest
  @CsvSource({
    "'CreateInstance'",
    "'tcr:'",
    "'TCR:CreateInstance'",
    "'permid/280655'",
    "'tcr:Create Instance'",
    "''",
    "'*:*'",
    "'name/*'"
  })
  void refusesWhatNamesNoAction(String action) {
    refusesStatement(
        "{'effect':'allow','action':['tcr:*','" + action + "'],'resource':'*'}",
        "statement.0.action.1 must be *, or service:Action as in \"tcr:CreateInstance\" or"
            + " \"tcr:Describe*\".");
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "'qcs'",
    "'qcs::tcr:::'",
    "'qcs::tcr::instance/*'",
    "'arn::tcr:::instance/*'",
    "'instance/*'",
    "'qcs::tcr:::instance/ *'"
  })
  void refusesWhatNamesNoResource(String resource) {
    refusesStatement(
        "{'effect':'allow','action':'*','resource':'" + resource + "'}",
        "statement.0.resource must be *, or six segments as in"
            + " \"qcs::tcr:ap-guangzhou:uin/100000000001:instance/*\".");
  }

  @Test
  void refusesEmptyAndMistypedLists() {
    String list = " must be a text or a list with at least one of them.";
    refusesStatement("{'effect':'allow','action':[],'resource':'*'}", "statement.0.action" + list);
    refusesStatement("{'effect':'allow','resource':'*'}", "statement.0.action" + list);
    refusesStatement("{'effect':'allow','action':'*'}", "statement.0.resource" + list);
    refusesStatement(
        "{'effect':'allow','action':[1],'resource':'*'}", "statement.0.action.0 must be a text.");
  }

  @Test
  void refusesConditionsThatItCouldNotJudge() {
    String start = "{'effect':'allow','action':'*','resource':'*','condition':";
    refusesStatement(
        start + "{'string_equal':{'qcs:tag':'a&b'}}}",
        "statement.0.condition.string_equal is not known here; there is only ip_equal,"
            + " ip_not_equal.");
    refusesStatement(
        start + "{'ip_equal':{'qcs:region':'x'}}}",
        "statement.0.condition.ip_equal.qcs:region is not known here; there is only qcs:ip.");
    refusesStatement(
        start + "{'ip_equal':{'qcs:ip':['10.0.0.0/33']}}}",
        "statement.0.condition.ip_equal.qcs:ip.0 must be an IPv4 address or range as in"
            + " \"10.0.0.0/8\".");
    refusesStatement(
        start + "{'ip_equal':{}}}",
        "statement.0.condition.ip_equal.qcs:ip must be a text or a list with at least one of"
            + " them.");
    for (String none : List.of("{}", "[]", "null")) {
      refusesStatement(
          start + none + "}", "statement.0.condition must name ip_equal or ip_not_equal.");
    }
  }

  @Test
  void namesTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("p.json"), "{\"version\":\"1.0\"}");
    Path large = Files.writeString(folder.resolve("large.json"), " ".repeat(65_537));

    assertThatThrownBy(() -> CamPolicy.of(file))
        .hasMessage(file + ": version must be the text \"2.0\".");
    assertThatThrownBy(() -> CamPolicy.of(large))
        .hasMessage(large + ": the policy is larger than 65536 bytes, split it.");
    assertThatThrownBy(() -> CamPolicy.of(folder.resolve("none.json")))
        .hasMessage(
            folder.resolve("none.json") + " cannot be read; is it a file, and may you read it?");
    assertThatThrownBy(() -> CamPolicy.of(folder)).hasMessageContaining(" cannot be read;");
  }
}
