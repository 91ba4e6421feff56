// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.ErrorCode.Family;
import io.berth.contract.Outcome.Created;
import io.berth.contract.Outcome.How;
import io.berth.contract.Outcome.Refused;
import io.berth.contract.Outcome.Unknown;
import io.berth.contract.text.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {
  private static final FunctionName TCR = FunctionName.TCR_CREATE_INSTANCE;
  private static final FunctionName TAT = FunctionName.TAT_CREATE_REGISTER_CODE;

  @Test
  void theWireFormsAreFrozen() {
    assertThat(
            Json.write(
                new Created("tcr-1i7kqadw", How.ADOPTED, Optional.empty(), "r-1").toEnvelope(TCR)))
        .isEqualTo(
            "{\"RegistryId\":\"tcr-1i7kqadw\",\"Outcome\":\"adopted\",\"RequestId\":\"r-1\"}");
    assertThat(
            Json.write(
                new Created("code-1", How.CREATED, Optional.of("a.b"), "r-1").toEnvelope(TAT)))
        .isEqualTo(
            "{\"RegisterCodeId\":\"code-1\",\"RegisterCodeValueSealed\":\"a.b\",\"Outcome\":\"created\",\"RequestId\":\"r-1\"}");
    assertThat(Json.write(new Refused(409, "C", "M", "r-1").toEnvelope(TCR)))
        .isEqualTo(
            "{\"Error\":{\"Code\":\"C\",\"Message\":\"M\"},\"Outcome\":\"refused\",\"RequestId\":\"r-1\"}");
    assertThat(Json.write(new Unknown("C", "M", "r-1").toEnvelope(TCR)))
        .isEqualTo(
            "{\"Error\":{\"Code\":\"C\",\"Message\":\"M\"},\"Outcome\":\"unknown\",\"RequestId\":\"r-1\"}");
  }

  @Test
  void theFieldWithWhatWasMadeIsTheFunctionsOwn() {
    FunctionName namespace = FunctionName.TCR_CREATE_NAMESPACE;
    Created created = new Created("payments", How.CREATED, Optional.empty(), "r-1");
    String json = Json.write(created.toEnvelope(namespace));
    assertThat(json)
        .isEqualTo(
            "{\"NamespaceName\":\"payments\",\"Outcome\":\"created\",\"RequestId\":\"r-1\"}");
    assertThat(Outcome.fromEnvelope(namespace, 200, json.getBytes(UTF_8))).isEqualTo(created);
    assertThat(Outcome.fromEnvelope(TCR, 200, json.getBytes(UTF_8))).isInstanceOf(Unknown.class);
    assertThat(
            Outcome.fromEnvelope(FunctionName.TCR_DESCRIBE_NAMESPACES, 200, json.getBytes(UTF_8)))
        .isInstanceOf(Unknown.class);
  }

  @Test
  void whatIsWrittenIsReadBackEqual() {
    for (Outcome outcome :
        new Outcome[] {
          new Created("code-1", How.REPLAYED, Optional.of("a.b"), "r-1"),
          new Refused(502, "AuthFailure", "No.", "r-2"),
          new Unknown("InternalError", "Perhaps.", "r-3")
        }) {
      assertThat(
              Outcome.fromEnvelope(TAT, outcome.status(), Json.writeBytes(outcome.toEnvelope(TAT))))
          .isEqualTo(outcome);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Bad gateway</html>",
        "{}",
        "{\"RegistryId\":\"tcr-1\"}",
        "{\"RegistryId\":7,\"Outcome\":\"created\"}",
        "{\"Outcome\":\"created\"}",
        "{\"Error\":{\"Code\":\"x\"},\"Outcome\":\"maybe\"}",
      })
  void anAnswerThatIsNotOursIsUnknownAndNeverARefusal(String body) {
    for (int status : new int[] {200, 400, 502, 503}) {
      assertThat(Outcome.fromEnvelope(TCR, status, body.getBytes(UTF_8)))
          .isInstanceOf(Unknown.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "InvalidParameter.ErrorNameExists,NAME_TAKEN,409",
    "FailedOperation.ErrorTcrResourceConflict,NAME_TAKEN,409",
    "InternalError.ErrorTcrResourceConflict,NAME_TAKEN,409",
    "InternalError.ErrorTcrUnauthorized,AMBIGUOUS,504",
    "InvalidParameter.ErrorNameIllegal,INPUT,502",
    "InvalidParameterValue.TooLong,INPUT,502",
    "RequestLimitExceeded,RATE,429",
    "RequestLimitExceeded.UinLimitExceeded,RATE,429",
    "AuthFailure.SignatureFailure,AUTH,502",
    "UnauthorizedOperation,AUTH,502",
    "OperationDenied.QuotaOverLimit,QUOTA,502",
    "FailedOperation.TradeFailed,AMBIGUOUS,504",
    "InternalError,AMBIGUOUS,504",
    "InternalError.Whatever,AMBIGUOUS,504",
    "BrandNewCode.OfTomorrow,AMBIGUOUS,504",
    "'',AMBIGUOUS,504",
  })
  void everyCodeHasAFamilyAndAnUnknownOneIsAmbiguous(String code, Family family, int status) {
    ErrorCode entry = ErrorCodes.of(code);
    assertThat(entry.code()).isEqualTo(code);
    assertThat(entry.family()).isEqualTo(family);
    assertThat(entry.httpStatus()).isEqualTo(status);
    assertThat(entry.advice()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FailedOperation",
        "FailedOperation.GetDBDataError",
        "FailedOperation.TradeFailed",
        "FailedOperation.ValidateRegistryNameFail",
        "FailedOperation.ValidateSupportedRegionFail",
        "InternalError",
        "InternalError.DbError",
        "InternalError.ErrConflict",
        "InternalError.ErrNotExist",
        "InternalError.ErrorConflict",
        "InternalError.ErrorOverLimit",
        "InvalidParameter",
        "InvalidParameter.ErrorNameExists",
        "InvalidParameter.ErrorNameIllegal",
        "InvalidParameter.ErrorNameReserved",
        "InvalidParameter.ErrorRegistryName",
        "InvalidParameter.ErrorTagOverLimit",
        "InvalidParameter.UnsupportedRegion",
        "MissingParameter",
        "OperationDenied.QuotaOverLimit",
        "UnauthorizedOperation",
        "UnknownParameter",
        "UnsupportedOperation",
        "ResourceNotFound.RoleNotFound",
        "UnauthorizedOperation.AssumeRoleUnauthorized",
        "FailedOperation.DependenceError",
        "FailedOperation.ErrorTcrInvalidMediaType",
        "FailedOperation.ErrorTcrResourceConflict",
        "FailedOperation.ErrorTcrUnauthorized",
        "FailedOperation.OperationCancel",
        "InternalError.ErrorTcrInternal",
        "InternalError.ErrorTcrInvalidMediaType",
        "InternalError.ErrorTcrResourceConflict",
        "InternalError.ErrorTcrUnauthorized",
        "InvalidParameter.ErrorTcrInvalidParameter",
        "OperationDenied",
        "ResourceNotFound"
      })
  void theTableNamesEveryDocumentedCodeOfTheCreateActions(String code) {
    assertThat(ErrorCodes.table()).containsKey(code);
  }
}
