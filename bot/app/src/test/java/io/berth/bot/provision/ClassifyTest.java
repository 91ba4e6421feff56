// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.ledger.model.Attempt;
import io.berth.contract.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifyTest {

  @ParameterizedTest
  @CsvSource({
    "502, AuthFailure.SignatureExpire, REFUSED",
    "502, InvalidParameter.ErrorNameIllegal, REFUSED",
    "502, MissingParameter, REFUSED",
    "502, UnauthorizedOperation, REFUSED",
    "502, UnsupportedOperation, REFUSED",
    "502, OperationDenied.QuotaOverLimit, REFUSED",
    "502, RequestLimitExceeded, LATER",
    "429, RequestLimitExceeded, LATER",
    "503, NoTimeLeft, LATER",
    "409, InvalidParameter.ErrorNameExists, NAME_TAKEN",
    "502, InvalidParameter.ErrorNameExists, NAME_TAKEN",
    "409, InProgress, UNKNOWN",
    "409, already_created, UNKNOWN",
    "502, InternalError, UNKNOWN",
    "502, FailedOperation.TradeFailed, UNKNOWN",
    "502, NeverHeardOf, UNKNOWN",
    "400, InvalidBody, REFUSED",
    "401, Unauthorized, REFUSED",
    "403, ApprovalUnfit, REFUSED",
    "404, NotFound, REFUSED",
    "415, UnsupportedMediaType, REFUSED",
    "422, IdempotencyMismatch, UNKNOWN",
    "418, Teapot, UNKNOWN",
    "500, Broken, UNKNOWN"
  })
  void everyRefusalBelongsToOneClass(int status, String code, Attempt.State state) {
    assertThat(Classify.state(new Outcome.Refused(status, code, "m", "r"))).isEqualTo(state);
  }

  @Test
  void theSentenceSaysWhoRefusedAndWhatToDo() {
    assertThat(
            Classify.sentence(
                    new Outcome.Refused(502, "OperationDenied.QuotaOverLimit", "Too many", "r"))
                .text())
        .isEqualTo(
            "Tencent Cloud refused it (OperationDenied.QuotaOverLimit): Too many. The account's"
                + " quota is used up; delete what is not needed or ask for more quota.");
    assertThat(Classify.sentence(new Outcome.Refused(401, "Unauthorized", "No.", "r")).text())
        .isEqualTo("The function refused the call (Unauthorized): No. Tell whoever runs Berth.");
  }

  @Test
  void blamesNobodyWhoRunsBerthForAnIdThatIsNotThere() {
    Outcome.Refused refused =
        new Outcome.Refused(404, "registry_not_found", "there is no registry tcr-1", "r");
    assertThat(Classify.sentence(refused).text())
        .isEqualTo(
            "It was refused (registry_not_found): there is no registry tcr-1. Look at what it names,"
                + " and at the region, and ask again.");
  }

  @Test
  void doesNotSayAnAdviceTwice() {
    String advice =
        "The account's quota is used up; delete what is not needed or ask for more quota.";
    Outcome.Refused refused =
        new Outcome.Refused(502, "OperationDenied.QuotaOverLimit", "Too many. " + advice, "r");
    assertThat(Classify.sentence(refused).text()).containsOnlyOnce(advice);
  }

  @Test
  void waitsLongerEachTimeUpToFiveMinutes() {
    assertThat(
            java.util.stream.IntStream.of(0, 1, 2, 8, 9, 50)
                .mapToObj(BackOff::afterTries)
                .map(java.time.Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 256L, 300L, 300L);
  }

  @Test
  void callsOfOneRequestShareATrace() {
    String parent = Trace.parent("R", "R-1");
    assertThat(parent).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    assertThat(Trace.parent("R", "R-2").substring(0, 35)).isEqualTo(parent.substring(0, 35));
    assertThat(Trace.parent("R", "R-2")).isNotEqualTo(parent);
  }
}
