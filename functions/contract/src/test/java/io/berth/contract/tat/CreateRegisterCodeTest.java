// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.Checked;
import io.berth.contract.Note;
import io.berth.contract.RequestMark;
import io.berth.contract.Violation;
import io.berth.contract.text.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateRegisterCodeTest {
  private static final RequestMark MARK = new RequestMark("01JD0000000000000000000000", 12);

  @Test
  void takesTheExampleOfTheDocumentAndSaysWhichNetworkItsAddressStandsFor() {
    Checked.Valid<CreateRegisterCode> read =
        valid(
            "{\"Region\":\"ap-guangzhou\",\"Description\":\"webserver\",\"InstanceNamePrefix\":\"webserver\",\"RegisterLimit\":10,\"EffectiveTime\":4,\"IpAddressRange\":\"192.168.10.1/10\"}");
    assertThat(read.notes())
        .extracting(Note::sentence)
        .containsExactly("IpAddressRange 192.168.10.1/10 stands for the network 192.128.0.0/10.");
    assertThat(Json.write(read.value().toJson()))
        .isEqualTo(
            "{\"Region\":\"ap-guangzhou\",\"Description\":\"webserver\",\"InstanceNamePrefix\":\"webserver\",\"RegisterLimit\":10,\"EffectiveTime\":4,\"IpAddressRange\":\"192.168.10.1/10\"}");
  }

  @Test
  void fillsInTheDocumentedDefaults() {
    CreateRegisterCode code = valid("{\"Region\":\"ap-guangzhou\"}").value();
    assertThat(code.registerLimit()).isEqualTo(10);
    assertThat(code.effectiveTime()).isEqualTo(4);
    assertThat(code.permanent()).isFalse();
  }

  @Test
  void anEffectiveTimeAbove99999IsPermanent() {
    assertThat(valid(with("\"EffectiveTime\":99999")).value().permanent()).isFalse();
    assertThat(valid(with("\"EffectiveTime\":100000")).value().permanent()).isTrue();
  }

  @Test
  void theMarkStandsAtTheEndOfTheDescriptionAndIsReadBackFromThere() {
    CreateRegisterCode marked = valid(with("\"Description\":\"web\"")).value().markedWith(MARK);
    assertThat(marked.description()).contains("web [01JD0000000000000000000000#12]");
    assertThat(RequestMark.atEndOf(marked.description().orElseThrow())).contains(MARK);
  }

  @Test
  void aMarkInTheMiddleIsAUsersTextAndNotOurs() {
    assertThat(RequestMark.atEndOf(MARK + " and more")).isEmpty();
    assertThat(RequestMark.atEndOf("short")).isEmpty();
  }

  @Test
  void aLongDescriptionIsCutToFitTheMarkAndANoteSaysSo() {
    Checked.Valid<CreateRegisterCode> read =
        valid(with("\"Description\":\"" + "é".repeat(128) + "\""));
    assertThat(read.notes())
        .extracting(Note::sentence)
        .containsExactly(
            "Description is cut to 96 of its 128 characters, because Berth's mark needs 32 of 128.");
    assertThat(read.value().markedWith(MARK).description().orElseThrow())
        .hasSizeLessThanOrEqualTo(128)
        .startsWith("é".repeat(96) + " [");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"RegisterLimit\":0|InvalidParameterValue.TooSmall|RegisterLimit 0 is below 1; give 1 to 10000.",
        "\"RegisterLimit\":10001|InvalidParameterValue.TooLarge|RegisterLimit 10001 is above 10000",
        "\"RegisterLimit\":\"10\"|InvalidParameter|RegisterLimit must be a whole number.",
        "\"EffectiveTime\":0|InvalidParameterValue.TooSmall|EffectiveTime 0 is below 1",
        "\"EffectiveTime\":-1|InvalidParameterValue.TooSmall|EffectiveTime -1 is below 1",
        "\"EffectiveTime\":99999.5|InvalidParameter|EffectiveTime must be a whole number",
        "\"EffectiveTime\":null|InvalidParameter|not null; leave it out for its default",
        "\"InstanceNamePrefix\":\"ppppppppppppppppppppppppppppppppp\"|InvalidParameterValue.TooLong|InstanceNamePrefix has 33 characters, longer than 32; shorten it by 1.",
        "\"Description\":\"a\\u202eb\"|InvalidParameter|invisible character U+202E",
        "\"Descripton\":\"a\"|UnknownParameter|did you mean Description?",
      })
  void refusesWithTheDocumentedCodeAndOneSentence(String field, String code, String sentence) {
    assertThat(violations(with(field)))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.code()).isEqualTo(code);
              assertThat(violation.sentence()).contains(sentence);
            });
  }

  @Test
  void aDescriptionOf129CharactersSaysHowManyAreLeftBesideTheMark() {
    assertThat(violations(with("\"Description\":\"" + "d".repeat(129) + "\"")))
        .extracting(Violation::code, Violation::sentence)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "InvalidParameterValue.TooLong",
                "Description has 129 characters, longer than 128; 96 are left beside Berth's 32-character mark."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.168.1.1", "0.0.0.0/0", "10.0.0.0/8", "255.255.255.255/32"})
  void takesAddressesAndNetworks(String range) {
    assertThat(valid(with("\"IpAddressRange\":\"" + range + "\"")).notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "1.2.3.4/33",
        "1.2.3.4/",
        "01.2.3.4",
        "::1",
        "a",
        "1.2.3.4 ",
        "１.2.3.4",
        "-1.2.3.4"
      })
  void refusesWhatIsNotAnIpv4AddressOrNetwork(String range) {
    assertThat(violations(with("\"IpAddressRange\":\"" + range + "\"")))
        .singleElement()
        .satisfies(
            v -> assertThat(v.sentence()).contains("give one like 192.168.1.1 or 192.168.0.0/16"));
  }

  private static String with(String field) {
    return "{\"Region\":\"ap-guangzhou\"," + field + "}";
  }

  private static Checked.Valid<CreateRegisterCode> valid(String json) {
    return CreateRegisterCode.from(Json.readObject(json.getBytes(UTF_8)))
        .fold(
            valid -> valid,
            invalid -> {
              throw new AssertionError(invalid.violations());
            });
  }

  private static List<Violation> violations(String json) {
    return CreateRegisterCode.from(Json.readObject(json.getBytes(UTF_8)))
        .fold(valid -> List.of(), Checked.Invalid::violations);
  }
}
