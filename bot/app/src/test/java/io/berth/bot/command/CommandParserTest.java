// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.kind.Parameters;
import io.berth.bot.kind.Proposal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {
  private final CommandParser parser = new CommandParser("/tcr", "ap-guangzhou");

  private String reply(String text) {
    return parser
        .parse(text)
        .fold(
            command -> {
              throw new AssertionError("understood as " + command);
            },
            sentence -> sentence);
  }

  private Command command(String text) {
    return parser
        .parse(text)
        .fold(
            command -> command,
            sentence -> {
              throw new AssertionError("refused: " + sentence);
            });
  }

  private Proposal ask(String text) {
    return ((Command.Create) command(text)).proposal();
  }

  private static String parameters(Proposal proposal) {
    return proposal.parts().get(0).parameters().write();
  }

  private String json(String text) {
    return parameters(ask(text));
  }

  @Test
  void readsTheRegistryOfTheDocumentsExample() {
    assertThat(json("create registry tcr-test --type standard --sync-tag"))
        .isEqualTo(
            "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\"tcr-test\",\"RegistryType\":\"standard\","
                + "\"RegistryChargeType\":0,\"SyncTag\":true}");
  }

  @Test
  void readsTheCodeOfTheDocumentsExample() {
    String text =
        "create code --description webserver --prefix webserver --limit 10 --hours 4 --ip 192.168.10.1/10";
    assertThat(json(text))
        .isEqualTo(
            "{\"Region\":\"ap-guangzhou\",\"Description\":\"webserver\",\"InstanceNamePrefix\":\"webserver\","
                + "\"RegisterLimit\":10,\"EffectiveTime\":4,\"IpAddressRange\":\"192.168.10.1/10\"}");
    assertThat(ask(text).notes())
        .containsExactly("--ip 192.168.10.1/10 stands for the network 192.128.0.0/10.");
  }

  @Test
  void readsEveryOptionOfARegistry() {
    Proposal ask =
        ask(
            "create registry payments --type premium --region ap-singapore --team payments --tag env=prod"
                + " --tag \"cost centre=4 711\" --charge prepaid --months 12 --renew auto --sync-tag"
                + " --multi-az --protect --reason \"go live\"");
    assertThat(parameters(ask))
        .isEqualTo(
            "{\"Region\":\"ap-singapore\",\"RegistryName\":\"payments\",\"RegistryType\":\"premium\","
                + "\"TagSpecification\":{\"ResourceType\":\"instance\",\"Tags\":[{\"Key\":\"env\",\"Value\":\"prod\"},"
                + "{\"Key\":\"cost centre\",\"Value\":\"4 711\"}]},\"RegistryChargeType\":1,"
                + "\"RegistryChargePrepaid\":{\"Period\":12,\"RenewFlag\":1},\"SyncTag\":true,"
                + "\"EnableCosMAZ\":true,\"DeletionProtection\":true}");
    assertThat(ask.team()).contains("payments");
    assertThat(ask.reason()).contains("go live");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create registry payments --type standard",
        "create registry payments --type=standard",
        "create registry payments type=standard",
        "create registry payments type: standard",
        "create registry --type standard payments",
        "create registry --name payments --type standard",
        "create name=payments type=standard",
        "create payments --type standard",
        "/tcr create payments --type standard",
        "CREATE Registry payments --TYPE standard",
        "create registry payments —type standard",
        "create registry payments ——type standard",
        "create registry payments –type=standard",
        "create registry payments −−type standard",
        "create registry “payments” --type ‘standard’",
        "create registry «payments» --type \"standard\"",
        "create registry pay\"ments\" --type stan\"dard\"",
        "create registry pay\\ments --type standard",
        "  create\u00a0registry\tpayments\n--type\u3000standard  ",
        "\u202ecreate registry payments --\u200btype standard \ufeff",
        "create registry <http://payments|payments> --type standard",
        "create registry payments --type= standard",
      })
  void readsAllSpellingsAsTheSame(String text) {
    assertThat(json(text))
        .isEqualTo(
            "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\"payments\",\"RegistryType\":\"standard\",\"RegistryChargeType\":0}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "creat registry a ¦ Unknown subcommand 'creat'. Did you mean 'create'?",
        "registry payments --type basic ¦ Unknown subcommand 'registry'. Did you mean 'create registry'?",
        "create bucket x ¦ Unknown kind 'bucket'; use registry, code or namespace.",
        "create regstry payments ¦ Unknown kind 'regstry'. Did you mean 'registry'?",
        "create registry team-a ¦ --type is missing; give basic, standard or premium.",
        "create registry --type basic ¦ Name is missing; give the registry a name of 5 to 50 characters.",
        "create registry team-a --type basic --type premium ¦ --type given twice; say it once.",
        "create registry team-a --name team-b --type basic ¦ Name given twice; say it once.",
        "create registry team-a --type gold ¦ --type 'gold' is not one of basic, standard, premium.",
        "create registry team-a --type standart ¦ --type 'standart' is not one of basic, standard, premium; did you mean standard?",
        "create registry Team-A --type basic ¦ Name may use a-z, 0-9 and '-'; character 1 is 'T'; try team-a (InvalidParameter.ErrorNameIllegal).",
        "create registry team_a --type basic ¦ Name may use a-z, 0-9 and '-'; character 5 is '_'; try team-a (InvalidParameter.ErrorNameIllegal).",
        "create registry team.a --type basic ¦ Name may use a-z, 0-9 and '-'; character 5 is '.'; try team-a (InvalidParameter.ErrorNameIllegal).",
        "create registry team/a --type basic ¦ Name may use a-z, 0-9 and '-'; character 5 is '/'; try team-a (InvalidParameter.ErrorNameIllegal).",
        "create registry <@U123|bob> --type basic ¦ Name is a mention; names cannot be mentions (you picked '@bob'); write it as plain text.",
        "create registry team-a --type <#C1|basic> ¦ --type cannot be a mention (you picked '#basic'); write it as plain text.",
        "create registry team-a --type basic --tag k ¦ --tag 'k' must be key=value, e.g. --tag env=prod.",
        "create registry team-a --type basic --tag =v ¦ --tag '=v' must be key=value, e.g. --tag env=prod.",
        "create registry team-a --type basic --tag chatops-request=x ¦ The tag key chatops-request is a reserved tag key: Berth marks its requests with it; choose another.",
        "create registry team-a --type basic --charge prepaid ¦ --charge prepaid needs --months; add --months N.",
        "create registry team-a --type basic --months 12 ¦ --months goes only with --charge prepaid; add that or leave --months out.",
        "create registry team-a --type basic --charge postpaid --renew auto ¦ --renew goes only with --charge prepaid; add that or leave --renew out.",
        "create registry team-a --type basic --charge prepaid --months 37 ¦ --months 37 is above 36; give 1 to 36.",
        "create registry team-a --type basic --sync-tag=maybe ¦ --sync-tag is on or off; write --sync-tag, or leave it out.",
        "create registry team-a --type basic --reason \"need it ¦ Quote opened at column 46 is not closed; close it or remove it.",
        "create registry team-a --type basic \\ ¦ Escape at end of text: nothing follows the last backslash; remove it.",
        "create registry team-a --type basic --reason \"\" ¦ --reason is empty; write --reason \"...\".",
        "create registry team-a --type ¦ --type needs a value; write --type basic|standard|premium.",
        "create registry team-a --limit 3 --type basic ¦ Unknown option '--limit'; it belongs to create code.",
        "create registry team-a --typ basic ¦ Unknown option '--typ'. Did you mean '--type'?",
        "create registry team-a --type basic prod ¦ Unexpected 'prod' at column 37; options are written --type VALUE, and values with spaces in quotes.",
        "create namespace web --registry payments --public false ¦ Unexpected 'false' at column 51; options are written --registry VALUE, and values with spaces in quotes.",
        "create namespace web ¦ --registry is missing; give the name or id of a registry, like payments.",
        "create namespace web --registry Payments ¦ --registry may use a-z, 0-9 and '-'; character 1 is 'P'; try payments (InvalidParameter.ErrorNameIllegal).",
        "create code webserver ¦ Unexpected 'webserver' at column 13; create code takes only options, e.g. --description web.",
        "create code --limit 0 ¦ --limit 0 is below 1; give 1 to 10000 (InvalidParameterValue.TooSmall).",
        "create code --limit −5 ¦ --limit -5 is below 1; give 1 to 10000 (InvalidParameterValue.TooSmall).",
        "create code --limit 10001 ¦ --limit 10001 is above 10000; give 1 to 10000 (InvalidParameterValue.TooLarge).",
        "create code --limit ten ¦ --limit 'ten' is not a whole number; write it with the digits 0 to 9, e.g. --limit 12.",
        "create code --limit 0x10 ¦ --limit '0x10' is not a whole number; write it with the digits 0 to 9, e.g. --limit 12.",
        "create code --limit １０ ¦ --limit '１０' is not a whole number; write it with the digits 0 to 9, e.g. --limit 12.",
        "create code --limit 1e3 ¦ --limit '1e3' is not a whole number; write it with the digits 0 to 9, e.g. --limit 12.",
        "create code --limit 99999999999999999999 ¦ --limit '99999999999999999999' has too many digits; write it with the digits 0 to 9, e.g. --limit 12.",
        "create code --hours 0 ¦ --hours 0 is below 1; give 1 to 99999.",
        "create code --hours 100000 ¦ --hours 100000 is above 99999; a code that never ends is asked for with --permanent, which has an approval rule of its own.",
        "create code --hours 4 --permanent ¦ --permanent and --hours exclude each other; give one of them.",
        "create code --ip 300.1.1.1 ¦ --ip '300.1.1.1' is not an IPv4 address or CIDR; give one like 192.168.1.1 or 192.168.0.0/16.",
        "approve ¦ Which request? /tcr approve ID",
        "approve 01ABC 01DEF ¦ Unexpected '01DEF' at column 15; write /tcr approve ID.",
        "deny 01ABC too --reason no ¦ Unexpected 'too' at column 12; write /tcr deny ID \"reason\".",
        "deny 01ABC --reason a --reason b ¦ --reason given twice; say it once.",
        "show ¦ Which request? /tcr show ID",
        "cancel ¦ Which request? /tcr cancel ID",
        "show 1 2 ¦ Unexpected '2' at column 8; write /tcr show ID.",
        "list all ¦ Unexpected 'all' at column 6; write /tcr list.",
        "create ¦ Create what? Write /tcr create registry NAME --type basic|standard|premium, or /tcr create code, or /tcr create namespace NAME --registry NAME-or-ID.",
        "explain ¦ Explain what? Write /tcr explain create registry NAME --type standard.",
        "help creat ¦ No help on 'creat'. Did you mean 'create'?",
      })
  void answersAMistakeWithOneSentence(String text, String sentence) {
    assertThat(reply(text)).isEqualTo(sentence);
  }

  @Test
  void namesEveryMistakeAtOnceALineEach() {
    assertThat(reply("create registry Ab --region mars-1 --months 3 --frob"))
        .startsWith("Unknown option '--frob'; create registry takes --name, --type,")
        .contains("\n--months goes only with --charge prepaid");
    assertThat(reply("create registry ab --type basic --region ap-guangzou").lines())
        .hasSize(2)
        .anyMatch(
            line -> line.startsWith("Unknown region 'ap-guangzou'; did you mean ap-guangzhou?"))
        .anyMatch(line -> line.startsWith("Name has 2 characters; it needs 5 to 50"));
  }

  @Test
  void listsTheRegionsForAnUnknownOne() {
    assertThat(reply("create code --region mars-1"))
        .startsWith("Unknown region 'mars-1'; Regions: ap-guangzhou, ap-shanghai,");
  }

  @Test
  void namesAnInvisibleCharacterInAValueAndItsPosition() {
    assertThat(reply("create registry team\u200b-a --type basic"))
        .isEqualTo(
            "Name contains the invisible character U+200B at position 5; type it again without it.");
    assertThat(reply("create code --description \"a\u202eb\""))
        .isEqualTo(
            "--description contains the invisible character U+202E at position 2; type it again without it.");
  }

  @Test
  void countsOurOwnTagAmongTheTen() {
    StringBuilder text = new StringBuilder("create registry team-a --type basic");
    for (int i = 0; i < 10; i++) {
      text.append(" --tag k").append(i).append("=v");
    }
    assertThat(reply(text.toString()))
        .isEqualTo(
            "--tag has 10 tags; the API takes at most 10 and Berth's own request tag is one of them,"
                + " so give at most 9 (InvalidParameter.ErrorTagOverLimit).");
  }

  @Test
  void saysHowLongANameIsAndEchoesOnlyItsBeginning() {
    assertThat(reply("create registry " + "a".repeat(51) + " --type basic"))
        .isEqualTo("Name has 51 characters; it needs 5 to 50 (InvalidParameter.ErrorNameIllegal).");
    assertThat(reply("create registry team-a --type " + "x".repeat(500)))
        .isEqualTo("--type '" + "x".repeat(40) + "…' is not one of basic, standard, premium.");
  }

  @Test
  void saysHowMuchOfADescriptionIsLeftBesideOurMark() {
    assertThat(reply("create code --description " + "d".repeat(129)))
        .isEqualTo(
            "--description has 129 characters, longer than 128; 96 are left beside Berth's 32-character mark"
                + " (InvalidParameterValue.TooLong).");
  }

  @Test
  void doesNotEvenLookAtATextThatIsTooLong() {
    assertThat(reply("\"".repeat(8_001)))
        .isEqualTo("Text is too long (8001 > 4000); shorten it to 4000 characters.");
    assertThat(reply("create code --limit x " + "a".repeat(3_978))).contains("not a whole number");
  }

  @Test
  void notesHowAWordWasRead() {
    assertThat(ask("create registry team-a --type Standard").notes())
        .containsExactly("--type 'Standard' was read as standard.");
  }

  @Test
  void renewsByHandUnlessToldOtherwise() {
    assertThat(json("create registry team-a --type basic --charge prepaid --months 1"))
        .contains("\"RegistryChargePrepaid\":{\"Period\":1,\"RenewFlag\":0}");
  }

  @Test
  void makesACodePermanentOnlyWhenAsked() {
    assertThat(json("create code --permanent")).contains("\"EffectiveTime\":100000");
    assertThat(json("create code --permanent=false")).contains("\"EffectiveTime\":4");
    assertThat(json("create code")).contains("\"EffectiveTime\":4");
  }

  @Test
  void asksForHelpWhenThereIsNoText() {
    for (String text : new String[] {"", "   ", "\u200b", "help", "HELP", "--help", "/tcr"}) {
      assertThat(command(text)).isEqualTo(new Command.Help(Optional.empty()));
    }
    assertThat(command("help code")).isEqualTo(new Command.Help(Optional.of("code")));
    assertThat(command("help create registry"))
        .isEqualTo(new Command.Help(Optional.of("registry")));
  }

  @Test
  void readsTheOtherCommands() {
    assertThat(command("list")).isEqualTo(new Command.ListRequests());
    assertThat(command("whoami")).isEqualTo(new Command.WhoAmI());
    assertThat(command("show 01abc")).isEqualTo(new Command.Show("01ABC"));
    assertThat(command("cancel 01ABC")).isEqualTo(new Command.Cancel("01ABC"));
    assertThat(command("approve 01ABC"))
        .isEqualTo(new Command.CastVote("01ABC", true, Optional.empty()));
    assertThat(command("explain create code")).isInstanceOf(Command.Explain.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"deny 01ABC not now", "deny 01ABC \"not now\"", "deny 01ABC --reason 'not now'"})
  void takesEverythingBehindTheIdAsTheReason(String text) {
    assertThat(command(text))
        .isEqualTo(new Command.CastVote("01ABC", false, Optional.of("not now")));
  }

  @Test
  void keepsDashesQuotesAndTokensOfAReasonAsText() {
    assertThat(ask("create code --reason “we’re late — don't wait”").reason())
        .contains("we’re late — don't wait");
    assertThat(ask("create code --reason \"--permanent\"").reason()).contains("--permanent");
    assertThat(
            ask("create code --reason \"ask <@U1|bob> in <#C1|ops>, <https://x.com/?a=1&amp;b=2|here>\"")
                .reason())
        .contains("ask @bob in #ops, https://x.com/?a=1&b=2");
    assertThat(ask("create code --reason \"&lt;!channel&gt; &amp;amp;\"").reason())
        .contains("<!channel> &amp;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create registry \"--type\" --type basic",
        "create registry \\--sync-tag --type basic",
        "create registry <https://evil|--sync-tag> --type basic",
        "create registry &lt;@U1&gt; --type basic",
        "create registry $(reboot) --type basic",
        "create registry `id` --type basic",
        "create registry ${HOME} --type basic",
        "create registry @/etc/passwd --type basic",
        "create registry ../../etc --type basic",
        "create registry -rf --type basic",
        "create registry \"a;drop table request\" --type basic",
        "create registry \"team-a --protect\" --type basic",
      })
  void letsNothingQuotedEscapedOrDecodedBecomeSyntax(String text) {
    assertThat(reply(text)).containsAnyOf("Name may use a-z", "Name must begin", "Unknown option");
  }

  @Test
  void judgesWithTheValidatorOfTheFunction() {
    Parameters parameters =
        ask("create registry payments --type basic").parts().get(0).parameters();
    assertThat(
            io.berth.contract.tcr.CreateInstance.from(parameters.json())
                .<Object>fold(valid -> valid.value().toJson(), invalid -> null))
        .isEqualTo(parameters.json());
  }
}
