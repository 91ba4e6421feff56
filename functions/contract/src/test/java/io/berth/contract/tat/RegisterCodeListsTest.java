// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.Checked;
import io.berth.contract.RequestMark;
import io.berth.contract.Violation;
import io.berth.contract.text.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RegisterCodeListsTest {
  @Test
  void whatIsWrittenIsReadBackEqual() {
    DescribeRegisterCodes page = DescribeRegisterCodes.page("ap-guangzhou", 200);
    assertThat(DescribeRegisterCodes.from(page.toJson()))
        .isEqualTo(new Checked.Valid<>(page, List.of()));
  }

  @Test
  void refusesPagesOutsideTheLimits() {
    assertThat(
            sentences(
                DescribeRegisterCodes::from,
                "{\"Region\":\"ap-guangzhou\",\"Limit\":101,\"Offset\":-1}"))
        .contains("Offset -1 is below 0", "Limit 101 is above 100");
  }

  @Test
  void aPageTellsWhichAttemptOfWhichRequestMadeACode() {
    String json =
        "{\"TotalCount\":3,\"RegisterCodeSet\":[{\"RegisterCodeId\":\"c-1\",\"Description\":\"web [01ARYZ6S41TSV4RRFFQ69G5FAV#2]\",\"Enabled\":true,\"RegisteredCount\":4},{\"RegisterCodeId\":\"c-2\",\"Description\":null}]}";
    DescribeRegisterCodes.Page page =
        DescribeRegisterCodes.Page.from(Json.readObject(json.getBytes(UTF_8)));
    assertThat(page.total()).isEqualTo(3);
    assertThat(page.codes().get(0).mark())
        .contains(new RequestMark("01ARYZ6S41TSV4RRFFQ69G5FAV", 2));
    assertThat(page.codes().get(0).registered()).isEqualTo(4);
    assertThat(page.codes().get(1))
        .isEqualTo(new DescribeRegisterCodes.RegisterCode("c-2", "", false, 0));
    assertThat(page.codes().get(1).mark()).isEmpty();
  }

  @Test
  void disablingNeedsIdsEachOnce() {
    assertThat(sentences(DisableRegisterCodes::from, "{\"Region\":\"ap-guangzhou\"}"))
        .contains("RegisterCodeIds is missing");
    assertThat(
            sentences(
                DisableRegisterCodes::from, "{\"Region\":\"ap-guangzhou\",\"RegisterCodeIds\":[]}"))
        .contains("needs 1 to 99 ids");
    assertThat(
            sentences(
                DisableRegisterCodes::from,
                "{\"Region\":\"ap-guangzhou\",\"RegisterCodeIds\":[\"a\",\"a\"]}"))
        .contains("names 'a' twice");
    assertThat(
            sentences(
                DisableRegisterCodes::from,
                "{\"Region\":\"ap-guangzhou\",\"RegisterCodeIds\":[5]}"))
        .contains("must be a list of texts");
  }

  private static <T> String sentences(Function<Map<String, Object>, Checked<T>> from, String json) {
    return from.apply(Json.readObject(json.getBytes(UTF_8)))
        .fold(
            valid -> "",
            invalid ->
                invalid.violations().stream()
                    .map(Violation::sentence)
                    .collect(Collectors.joining(" ")));
  }
}
