// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.approval.Decision;
import io.berth.bot.command.Command;
import io.berth.bot.command.CommandParser;
import io.berth.bot.kind.Proposal;
import io.berth.contract.FunctionName;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BerthConfigTest {
  @TempDir private Path directory;
  private ConfigFile file;

  @BeforeEach
  void writesIntoAFolderOfItsOwn() {
    file = new ConfigFile(directory);
  }

  @Test
  void readsEverySection() {
    BerthConfig config = file.right(ConfigFile.RIGHT);
    assertThat(config.slack().signingSecret().reveal())
        .isEqualTo("8f742231b10e8888abcd99yyyzzz85a5");
    assertThat(config.slack().apiUrl()).isEqualTo(URI.create("http://127.0.0.1:8100/api/"));
    assertThat(config.slack().command()).isEqualTo("/tcr");
    assertThat(config.slack().approvalsChannel()).isEqualTo("C0APPROVALS");
    assertThat(config.slack().workspaces()).containsExactly("T0BERTH");
    assertThat(config.server()).isEqualTo(new ServerConfig(8101, 8104));
    assertThat(config.database().url()).isEqualTo("jdbc:h2:file:./data/berth;WRITE_DELAY=0");
    assertThat(config.approval().expires()).isEqualTo(Duration.ofHours(24));
    assertThat(config.functions()).hasSize(7);
    assertThat(config.functions().get(FunctionName.TAT_CREATE_REGISTER_CODE).secrets()).hasSize(2);
    assertThat(config.region()).isEqualTo("ap-guangzhou");
    assertThat(config.execution())
        .isEqualTo(
            new ExecutionConfig(
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                3,
                Duration.ofMinutes(15),
                Duration.ofMillis(500)));
    assertThat(file.warnings(ConfigFile.RIGHT)).isEmpty();
  }

  @Test
  void readsThePolicyInItsOrder() {
    BerthConfig config = file.right(ConfigFile.RIGHT);
    assertThat(config.policy().decide(ask("create code --permanent"), "U0ALICE").sentence().text())
        .isEqualTo("Needs 2 approvals from platform: @U0BOB and @U0CAROL.");
    assertThat(config.policy().decide(ask("create code"), "U0ALICE").sentence().text())
        .isEqualTo("Needs 1 approval from platform: @U0BOB or @U0CAROL.");
  }

  @Test
  void makesAWebhookCallerAMemberOfItsTeam() {
    BerthConfig config = file.right(ConfigFile.RIGHT);
    WebhookCaller ci = config.webhookCallers().get(0);
    assertThat(ci.requester()).isEqualTo("webhook:ci");
    assertThat(config.policy().decide(ask("create code"), ci.requester()))
        .isInstanceOf(Decision.NeedsApproval.class);
    assertThat(config.policy().teamsOf("webhook:ci")).containsExactly("payments");
  }

  @Test
  void readsRulesThatAllowDenyAndCompareNumbers() {
    BerthConfig config =
        file.right(
            ConfigFile.RIGHT.replace(
                "  - {when: {kind: code}, approvals: 1, from: platform}",
                """
                  - {when: {kind: code, limit_above: 100}, deny: "at most 100 machines"}
                  - {when: {kind: [code], hours_above: 24}, approvals: 1, from: [platform]}
                  - {when: {kind: code, team: payments, region: [ap-guangzhou, ap-tokyo]}, allow: true}
                """
                    .indent(0)));
    assertThat(config.policy().decide(ask("create code --limit 101"), "U0ALICE").sentence().text())
        .isEqualTo("Denied by rule 4 (kind code, limit above 100): at most 100 machines");
    assertThat(config.policy().decide(ask("create code --hours 25"), "U0ALICE"))
        .isInstanceOf(Decision.NeedsApproval.class);
    assertThat(config.policy().decide(ask("create code"), "U0ALICE"))
        .isInstanceOf(Decision.AllowedAtOnce.class);
    assertThat(config.policy().decide(ask("create code --region ap-seoul"), "U0ALICE"))
        .isInstanceOf(Decision.Denied.class);
  }

  private static Proposal ask(String text) {
    return new CommandParser("/tcr", "ap-guangzhou")
        .parse(text)
        .fold(command -> ((Command.Create) command).proposal(), reply -> null);
  }

  @Test
  void acceptsWindowsLineEndsAndDefaults() {
    String text =
        ConfigFile.RIGHT
            .replace("server:  {port: 8101, admin_port: 8104}\n", "")
            .replace(
                "execution: {call_timeout: 20s, lease: 60s, attempts: 3, settle: 15m, poll: 500ms}\n",
                "")
            .replace(
                "database: {url: \"jdbc:h2:file:./data/berth;WRITE_DELAY=0\", user: sa, password: \"\"}\n",
                "");
    assertThat(file.right(text.replace("\n", "\r\n")).functions())
        .isEqualTo(file.right(text).functions());
    assertThat(file.right(text).server()).isEqualTo(new ServerConfig(8101, 8104));
    assertThat(file.right(text).execution().settle()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void readsASecretFromAFileThatOnlyItsOwnerCanRead() throws Exception {
    Path secret =
        Files.writeString(directory.resolve("signing"), "a-signing-secret-of-32-characters\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    String text = ConfigFile.RIGHT.replace("${SIGNING}", "file:signing");
    assertThat(file.without("SIGNING").right(text).slack().signingSecret().reveal())
        .isEqualTo("a-signing-secret-of-32-characters");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(file.mistakes(text))
        .containsExactly(
            "line 1: slack.signing_secret names the file signing, which can be read by others; chmod 600 it.");
  }

  @Test
  void neverLetsAValueBecomeYaml() {
    file.with("TOKEN", "a}, command: /evil, x: {\"#:\n- &a *a");
    BerthConfig config = file.right(ConfigFile.RIGHT);
    assertThat(config.slack().botToken().reveal())
        .isEqualTo("a}, command: /evil, x: {\"#:\n- &a *a");
    assertThat(config.slack().command()).isEqualTo("/tcr");
  }

  @Test
  void printsNoSecret() {
    String everything = file.right(ConfigFile.RIGHT).toString();
    file.env().values().forEach(secret -> assertThat(everything).doesNotContain(secret));
  }

  @Test
  void echoesNoSecretInAnyMistake() {
    for (String name : List.copyOf(file.env().keySet())) {
      ConfigFile bad = new ConfigFile(directory).with(name, "hunter2-hunter2");
      String sentences =
          bad.load(ConfigFile.RIGHT.replace("port: 8101", "port: 0"))
              .<List<String>>fold(ok -> List.of(), Loaded.Bad::sentences)
              .toString();
      assertThat(sentences).doesNotContain("hunter2").isNotEqualTo("[]");
    }
    assertThat(
            file.mistakes(
                    "http://127.0.0.1:8103/tcr-create-instance",
                    "https://me:hunter2@fn.example.com/")
                .toString())
        .doesNotContain("hunter2");
    assertThat(
            file.mistakes(
                    "jdbc:h2:file:./data/berth;WRITE_DELAY=0", "jdbc:mysql://h/b?password=hunter2")
                .toString())
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "port: 8101",
        "expires: 24h",
        "region: ap-guangzhou",
        "command: /tcr",
        "approvals_channel: C0APPROVALS",
        "workspaces: [T0BERTH]",
        "url: \"jdbc:h2:file:./data/berth;WRITE_DELAY=0\"",
        "url: \"http://127.0.0.1:8103/tcr-create-instance\"",
        "members: [U0ALICE, U0AMIR]",
        "charge: prepaid",
        "from: platform",
        "team: payments",
        "attempts: 3"
      })
  void echoesNoValueOfTheEnvironment(String entry) {
    String key = entry.substring(0, entry.indexOf(':'));
    for (String value : List.of("hunter2", "jdbc:hunter2:x", "https://hunter2.example.com/a b")) {
      file.with("VALUE", value);
      assertThat(file.mistakes(entry, key + ": ${VALUE}").toString())
          .contains("line ")
          .doesNotContain("hunter2");
    }
  }

  @Test
  void namesAFileThatIsNotThere() {
    Loaded loaded = BerthConfig.load(directory.resolve("nowhere.yaml"), Map.of());
    assertThat(loaded.<List<String>>fold(ok -> List.of(), Loaded.Bad::sentences))
        .containsExactly(
            "Config file "
                + directory.resolve("nowhere.yaml")
                + " not found; name one with --config FILE.");
  }

  @Test
  void listsTheRequiredKeysOfAnEmptyFile() {
    assertThat(file.mistakes(""))
        .contains(
            "slack.signing_secret is missing; give it as ${NAME}, or file:PATH to a file with chmod 600.",
            "slack.approvals_channel is missing; add it.",
            "functions.tcr-create-instance.url is missing; add it.",
            "region is missing; add it.",
            "teams is missing; without a team nobody may ask.",
            "approvers is missing; without approvers every request would wait for ever.",
            "policy is missing; without a rule every request is denied.");
    assertThat(file.mistakes("# nothing\n")).isEqualTo(file.mistakes(""));
  }

  @Test
  void namesAllMistakesAtOnceInTheOrderOfTheFile() {
    String text =
        ConfigFile.RIGHT
            .replace("port: 8101", "port: 80a")
            .replace("region: ap-guangzhou", "region: guangzhou")
            .replace("settle: 15m", "settle: 9m");
    assertThat(file.mistakes(text))
        .containsExactly(
            "line 2: server.port '80a' is not a whole number from 1 to 65535.",
            "line 13: region 'guangzhou' is not a region like ap-guangzhou; did you mean ap-guangzhou?",
            "line 22: execution.settle is below 10m: the sweep must run later than the signature window (5 min) + clock skew.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "port: 8101 ¦ port: 0 ¦ server.port '0' is not a whole number from 1 to 65535.",
        "port: 8101 ¦ port: 70000 ¦ server.port '70000' is not a whole number from 1 to 65535.",
        "admin_port: 8104 ¦ admin_port: 8101 ¦ server.admin_port is the same as server.port; choose another.",
        "approvers: ¦ aprovers: ¦ unknown key 'aprovers'; did you mean approvers?",
        "expires: 24h ¦ expire: 24h ¦ unknown key 'approval.expire'; did you mean expires?",
        "expires: 24h ¦ expires: 1 day ¦ approval.expires '1 day' is not a time; write it like 500ms, 20s, 15m or 24h.",
        "expires: 24h ¦ expires: 1s ¦ approval.expires '1s' is not within 5m to 720h.",
        "approvals: 2, from: platform} ¦ approvals: 3, from: platform} ¦ policy[0].approvals must be 1..2 (there are 2 approvers); to ask nobody, write allow: true.",
        "approvals: 2, from: platform} ¦ approvals: 0, from: platform} ¦ policy[0].approvals must be 1..2 (there are 2 approvers); to ask nobody, write allow: true.",
        "approvals: 2, from: platform} ¦ approvals: -1, from: platform} ¦ policy[0].approvals '-1' is not a whole number from 0 to 99.",
        "approvals: 2, from: platform} ¦ approvals: 2} ¦ policy[0].from is missing; name a group of approvers.",
        "approvals: 2, from: platform} ¦ approvals: 2, from: platfrom} ¦ policy[0].from 'platfrom' is not among approvers; did you mean platform?",
        "approvals: 2, from: platform} ¦ approvals: 2, allow: true} ¦ policy[0] needs exactly one of approvals: N, allow: true and deny: \"reason\".",
        "charge: prepaid ¦ charge: prepayed ¦ policy[0].when.charge 'prepayed' is not known; did you mean prepaid?",
        "charge: prepaid ¦ charg: prepaid ¦ unknown key 'policy[0].when.charg'; did you mean charge?",
        "charge: prepaid ¦ registry: payments ¦ unknown key 'policy[0].when.registry'; there are kind, type, charge, permanent, public, region, team, limit_above, hours_above.",
        "charge: prepaid ¦ team: search ¦ policy[0].when.team 'search' is not known; there is payments.",
        "[U0BOB, U0CAROL] ¦ [] ¦ approvers.platform has no approver: every request would wait for ever.",
        "[U0BOB, U0CAROL] ¦ [U0BOB, U0BOB] ¦ approvers.platform lists U0BOB twice; list everybody once.",
        "[U0BOB, U0CAROL] ¦ [U0BOB, carol] ¦ approvers.platform lists 'carol', which is not a user id like U0BOB; names can change and be copied.",
        "{members: [U0ALICE, U0AMIR]} ¦ {members: []} ¦ teams.payments.members has no members; list user ids like [U0ALICE].",
        "secrets: [${CI}] ¦ secrets: [] ¦ webhook_callers.ci.secrets is missing; give it as ${NAME}, or file:PATH to a file with chmod 600.",
        "secrets: [${CI}] ¦ secrets: [${CI}, ${FN1}, ${FN2}] ¦ webhook_callers.ci.secrets may hold two, the new one and the one it replaces; remove the others.",
        "{ci: { ¦ {cd: {secrets: [${CI}], team: payments}, ci: { ¦ webhook_callers.ci.secrets has a secret of another caller, who could ask in its name; give each its own.",
        "${SIGNING} ¦ [${SIGNING}, ${TOKEN}] ¦ slack.signing_secret must be one secret, not a list.",
        "{payments: { ¦ {pay ments: {members: [U0ERIN]}, payments: { ¦ teams.pay ments is no name for a group; use 1 to 40 letters, digits, '_' and '-'.",
        "{members: [U0ALICE, U0AMIR]} ¦ [U0ALICE] ¦ teams.payments must be a mapping of keys and values.",
        "team: payments}} ¦ team: payment}} ¦ webhook_callers.ci.team 'payment' is not among teams; did you mean payments?",
        "http://127.0.0.1:8103/tcr-create-instance ¦ 127.0.0.1:8103/x ¦ functions.tcr-create-instance.url '127.0.0.1:8103/x' is not a URL; it may not hold spaces or such characters.",
        "http://127.0.0.1:8103/tcr-create-instance ¦ fn.example.com/x ¦ functions.tcr-create-instance.url 'fn.example.com/x' needs scheme and host, like https://example.com/path.",
        "http://127.0.0.1:8103/tcr-create-instance ¦ ftp://fn.example.com/x ¦ functions.tcr-create-instance.url 'ftp://fn.example.com/x' must begin with https://; http:// is only for 127.0.0.1.",
        "http://127.0.0.1:8103/tcr-create-instance ¦ http://fn.example.com/x ¦ functions.tcr-create-instance.url 'http://fn.example.com/x' must begin with https://; http:// is only for 127.0.0.1.",
        "http://127.0.0.1:8103/tcr-create-instance ¦ https://me:pw@fn.example.com/ ¦ functions.tcr-create-instance.url holds a user name or password before the @; remove it.",
        "http://127.0.0.1:8103/tcr-create-instance ¦ https://fn.example.com/a b ¦ functions.tcr-create-instance.url 'https://fn.example.com/a b' is not a URL; it may not hold spaces or such characters.",
        "tcr-create-instance: ¦ tcr-create-instances: ¦ unknown key 'functions.tcr-create-instances'; did you mean tcr-create-instance?",
        "http://127.0.0.1:8100/api/ ¦ http://127.0.0.1:8100/api ¦ slack.api_url must end with a slash, like https://slack.com/api/.",
        "${SIGNING} ¦ 8f742231b10e8888abcd99yyyzzz85a5 ¦ slack.signing_secret is a secret and must not stand in the file; use ${NAME}, or file:PATH to a file with chmod 600.",
        "${SIGNING} ¦ ${NOT_THERE} ¦ slack.signing_secret needs the environment variable NOT_THERE, which is not set.",
        "${SIGNING} ¦ ${1 + 1} ¦ slack.signing_secret holds ${...} without the name of an environment variable, like ${BERTH_TOKEN}.",
        "${SIGNING} ¦ file:/nowhere ¦ slack.signing_secret names the file /nowhere, which is not there, or is not a small file.",
        "command: /tcr ¦ command: tcr ¦ slack.command must be a slash and 1 to 31 of a-z, 0-9, '_' and '-', like /tcr.",
        "C0APPROVALS ¦ approvals ¦ slack.approvals_channel must be a channel's id like C0APPROVALS; a channel's name can change.",
        "[T0BERTH] ¦ [berth] ¦ slack.workspaces must list ids like T0BERTH.",
        "jdbc:h2:file:./data/berth;WRITE_DELAY=0 ¦ jdbc:h2:file:./data/berth ¦ database.url must end with ;WRITE_DELAY=0, or committed requests are lost when the process is killed.",
        "jdbc:h2:file:./data/berth;WRITE_DELAY=0 ¦ jdbc:h2:file:./data/berth;WRITE_DELAY=05 ¦ database.url must end with ;WRITE_DELAY=0, or committed requests are lost when the process is killed.",
        "jdbc:h2:file:./data/berth;WRITE_DELAY=0 ¦ jdbc:foo:x ¦ database.url has no driver here: jdbc:'foo'; supported: jdbc:h2:...",
        "lease: 60s ¦ lease: 20s ¦ execution.lease must be longer than execution.call_timeout, or a second process takes over while the first still calls.",
        "attempts: 3 ¦ attempts: 0 ¦ execution.attempts '0' is not a whole number from 1 to 10.",
        "settle: 15m ¦ settle: 15m, settles: 1m ¦ unknown key 'execution.settles'; did you mean settle?",
        "settle: 15m ¦ settle: [15m] ¦ execution.settle must be text, not a list or a mapping.",
        "port: 8101 ¦ prt: 8101 ¦ unknown key 'server.prt'; did you mean port?",
        "port: 8101 ¦ x: 8101 ¦ unknown key 'server.x'; there are port, admin_port.",
        "{port: 8101, ¦ {port: 8101, port: 8102, ¦ server.port is given twice; give it once.",
      })
  void answersAMistakeWithLineKeyAndWayOut(String piece, String replacement, String sentence) {
    assertThat(file.mistakes(piece, replacement))
        .anyMatch(s -> s.matches("line \\d+: .*") && s.endsWith(": " + sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SIGNING | short | slack.signing_secret has fewer than 16 characters; copy it whole from the app's page, Basic Information.",
        "SIGNING | '   ' | slack.signing_secret needs the environment variable SIGNING, which is empty.",
        "TOKEN | xoxb-1234567890-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx | slack.api_url is not Slack's, and slack.bot_token is a real token with a stand-in address; use one or the other.",
        "KEY | bm90IGEga2V5 | approval.signing_key is not an Ed25519 private key in base64 of PKCS#8.",
        "NEXT | whsec_short | functions.tat-create-register-code.secrets must be whsec_ and base64 of 24 to 64 bytes each.",
        "CI | secret | webhook_callers.ci.secrets must be whsec_ and base64 of 24 to 64 bytes each.",
      })
  void refusesASecretThatCannotBeOne(String name, String value, String sentence) {
    assertThat(file.with(name, value).mistakes(ConfigFile.RIGHT))
        .singleElement()
        .asString()
        .endsWith(": " + sentence);
  }

  @Test
  void saysWhereATabIsUsedForIndentation() {
    assertThat(file.mistakes("server:\n\tport: 8101\n"))
        .containsExactly(
            "line 2: column 1: a tab is used for indentation; YAML takes only spaces there.");
  }

  @Test
  void saysWhereAReferenceIsNotClosed() {
    assertThat(file.mistakes("# ${ is fine here\nslack:\n  bot_token: ${TOKEN\n"))
        .containsExactly("line 3: column 14: ${ is not closed; write ${NAME}.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [",
        "a: b: c",
        "\"",
        "- a",
        "just text",
        "a: 1\n---\nb: 2",
        "%YAML 9.9\n---\na: 1",
        "a: \u0000",
        "&a [*a]",
        "!!java.lang.Runtime {}"
      })
  void answersWhatIsNotAConfigurationInOneSentenceEach(String text) {
    assertThat(file.mistakes(text))
        .isNotEmpty()
        .allMatch(s -> !s.contains("Exception") && !s.contains("\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "? "})
  void refusesDeepNestingWithoutOverflowingTheStack(String opening) {
    assertThat(file.mistakes(opening.repeat(100_000)))
        .containsExactly("line 1: nested deeper than 20 levels; a berth.yaml needs five.");
  }

  @Test
  void refusesABombOfAliases() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "x]\n");
    }
    assertThat(file.mistakes(bomb.toString()))
        .containsExactly("The file has 81 YAML aliases (*name); the alias limit is 20.");
  }

  @Test
  void refusesAFileOfSeveralMegabytes() {
    assertThat(file.mistakes("#" + "x".repeat(5_000_000)))
        .containsExactly(
            "Config file " + file.path() + " is larger than 1 MB; that cannot be a berth.yaml.");
  }

  @Test
  void warnsOfARuleThatCanNeverMatch() {
    String text =
        ConfigFile.RIGHT.replace(
            "webhook_callers:",
            "  - {when: {kind: code, region: ap-tokyo}, approvals: 1, from: platform}\nwebhook_callers:");
    assertThat(file.warnings(text))
        .containsExactly("policy rule 5 can never match: rule 4 matches all that it would.");
  }

  @Test
  void warnsOfASecretThatTwoFunctionsShare() {
    assertThat(file.warnings(ConfigFile.RIGHT.replace("${FN2}", "${FN1}")))
        .containsExactly(
            "functions.tcr-describe-instances.secrets has a secret of another function; with one of"
                + " its own, a call can never be replayed there.");
  }

  @Test
  void warnsOfAPasswordInTheDatabaseUrlAndOfVariablesThatNobodyReads() {
    file.with("BERTH_SIGNNG", "x");
    assertThat(
            file.warnings(
                ConfigFile.RIGHT.replace(";WRITE_DELAY=0", ";WRITE_DELAY=0;PASSWORD=hunter2")))
        .containsExactly(
            "database.url holds a password; move it to database.password as ${NAME}.",
            "The environment variable BERTH_SIGNNG is set, but the file does not use it.");
  }
}
