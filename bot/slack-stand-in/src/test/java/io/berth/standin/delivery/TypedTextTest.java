// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delegate @bob --until x   | delegate <@U0BOB~bob> --until x",
        "post in #approvals        | post in <#C0APPROVALS~approvals>",
        "see https://a.example/?b  | see <https://a.example/?b>",
        "a & b < c > d             | a &amp; b &lt; c &gt; d",
        "keeps <@U0BOB~bob> tokens | keeps <@U0BOB~bob> tokens",
        "mail alice@bob or @nobody | mail alice@bob or @nobody",
        "--ip 192.168.10.1/10      | --ip 192.168.10.1/10",
      })
  void escapesWhatSlackEscapes(String typed, String sent) {
    assertThat(TypedText.escaped(typed.replace('~', '|'))).isEqualTo(sent.replace('~', '|'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create x --type standard  | create x —type standard",
        "--reason \"a b\"          | —reason “a b”",
        "a--b                      | a--b",
      })
  void typesLikeAPhone(String typed, String sent) {
    assertThat(TypedText.smart(typed)).isEqualTo(sent);
  }
}
