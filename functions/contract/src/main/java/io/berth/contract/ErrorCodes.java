// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import io.berth.contract.ErrorCode.Family;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The error codes of the create actions (seeds, Error Code) and the common ones, each with its
 * family. A code stands for itself and for all below it ({@code AuthFailure} for {@code
 * AuthFailure.SignatureExpire}) unless a longer entry fits. <b>Every code that is not listed is
 * ambiguous</b>: it is never taken for "nothing happened".
 */
public final class ErrorCodes {
  private static final String MAYBE_DONE =
      "It may have been done all the same; Berth looks before it asks again.";
  private static final Map<String, ErrorCode> TABLE = byCode();

  /** One piece of advice and the codes that ask for it. */
  private enum Counsel {
    MEND(
        Family.INPUT,
        "Mend the request and send it again.",
        "InvalidParameter",
        "InvalidParameterValue",
        "MissingParameter",
        "UnknownParameter",
        "InvalidRequest",
        "RequestSizeLimitExceeded",
        "InvalidParameter.ErrorTcrInvalidParameter"),
    PRODUCT_REGION(
        Family.INPUT, "Choose a region in which the product is offered.", "UnsupportedRegion"),
    REGISTRY_REGION(
        Family.INPUT,
        "Choose a region in which registries are offered.",
        "InvalidParameter.UnsupportedRegion"),
    NAME_FORM(
        Family.INPUT,
        "Choose a name of 5 to 50 of a-z, 0-9 and '-'.",
        "InvalidParameter.ErrorNameIllegal"),
    NAME(
        Family.INPUT,
        "Choose another name: its form is wrong or it is reserved.",
        "InvalidParameter.ErrorRegistryName"),
    NAME_RESERVED(
        Family.INPUT,
        "Choose another name: this one is reserved.",
        "InvalidParameter.ErrorNameReserved"),
    TAGS(
        Family.INPUT,
        "Give at most 9 tags: the API takes 10 and Berth needs one.",
        "InvalidParameter.ErrorTagOverLimit"),
    REGISTRY_TAKEN(
        Family.NAME_TAKEN,
        "Choose another name: registry names are unique across all accounts.",
        "InvalidParameter.ErrorNameExists"),
    NAMESPACE_TAKEN(
        Family.NAME_TAKEN,
        "Choose another name: the registry has a namespace of this one.",
        "FailedOperation.ErrorTcrResourceConflict",
        "InternalError.ErrorTcrResourceConflict"),
    QUOTA(
        Family.QUOTA,
        "The account's quota is used up; delete what is not needed or ask for more quota.",
        "OperationDenied.QuotaOverLimit",
        "InternalError.ErrorOverLimit",
        "LimitExceeded"),
    NO_QUOTA(
        Family.QUOTA,
        "The account has no quota for this; ask for it.",
        "ResourceUnavailable.UserHasNoQuotaCode"),
    RATE(
        Family.RATE,
        "Too many calls in one second; nothing was done, try again.",
        "RequestLimitExceeded"),
    RIGHTS(
        Family.AUTH,
        "Ask whoever runs Berth: the function's role or key lacks a right.",
        "AuthFailure",
        "UnauthorizedOperation",
        "IpInBlacklist",
        "IpNotInWhitelist"),
    CLOCK(
        Family.AUTH,
        "The function's clock is off by more than five minutes; set it right.",
        "AuthFailure.SignatureExpire"),
    ROLE_NOT_ASSUMED(
        Family.AUTH,
        "The service role of TAT may not be assumed; authorise it in the console.",
        "UnauthorizedOperation.AssumeRoleUnauthorized"),
    ROLE_MISSING(
        Family.AUTH,
        "The service role of TAT is missing; authorise it in the console.",
        "ResourceNotFound.RoleNotFound"),
    ABSENT(
        Family.SERVICE,
        "There is no such thing; look at the ids.",
        "ResourceNotFound",
        "ResourceNotFound.TcrResourceNotFound"),
    NOT_RUNNING(
        Family.SERVICE,
        "The registry is not running; try again when it is.",
        "ResourceInsufficient.ErrorInstanceNotRunning"),
    SERVICE(
        Family.SERVICE,
        "The cloud will not do it now; ask whoever runs the account.",
        "OperationDenied",
        "UnsupportedOperation",
        "UnsupportedProtocol",
        "InvalidAction",
        "ActionOffline",
        "NoSuchProduct",
        "NoSuchVersion",
        "ResourceInsufficient"),
    TRADE(
        Family.AMBIGUOUS,
        "The order failed: the account may lack money or TCR's service role. " + MAYBE_DONE,
        "FailedOperation.TradeFailed"),
    LOOK(
        Family.AMBIGUOUS,
        MAYBE_DONE,
        "FailedOperation",
        "FailedOperation.GetDBDataError",
        "FailedOperation.ErrorGetDBDataError",
        "FailedOperation.ValidateRegistryNameFail",
        "FailedOperation.ValidateSupportedRegionFail",
        "FailedOperation.DependenceError",
        "FailedOperation.ErrorTcrInvalidMediaType",
        "FailedOperation.ErrorTcrUnauthorized",
        "FailedOperation.OperationCancel",
        "InternalError",
        "InternalError.DbError",
        "InternalError.ErrConflict",
        "InternalError.ErrNotExist",
        "InternalError.ErrorConflict",
        "InternalError.ErrorTcrInternal",
        "InternalError.ErrorTcrInvalidMediaType",
        // The text "project not found" comes under this code too, so it says nothing about rights.
        "InternalError.ErrorTcrUnauthorized");

    private final Family family;
    private final String advice;
    private final String[] codes;

    Counsel(Family family, String advice, String... codes) {
      this.family = family;
      this.advice = advice;
      this.codes = codes;
    }
  }

  private ErrorCodes() {}

  private static Map<String, ErrorCode> byCode() {
    Map<String, ErrorCode> table = new LinkedHashMap<>();
    for (Counsel counsel : Counsel.values()) {
      for (String code : counsel.codes) {
        table.put(code, entry(code, counsel));
      }
    }
    return Collections.unmodifiableMap(table);
  }

  private static ErrorCode entry(String code, Counsel counsel) {
    return new ErrorCode(code, counsel.family, status(counsel.family), counsel.advice);
  }

  private static int status(Family family) {
    return switch (family) {
      case NAME_TAKEN -> 409;
      case RATE -> 429;
      case AMBIGUOUS -> 504;
      case INPUT, QUOTA, AUTH, SERVICE -> 502;
    };
  }

  /**
   * What {@code code} means, by its own entry or the nearest one above it; ambiguous when there is
   * none.
   */
  public static ErrorCode of(String code) {
    for (String key = code; !key.isEmpty(); key = above(key)) {
      ErrorCode entry = TABLE.get(key);
      if (entry != null) {
        return new ErrorCode(code, entry.family(), entry.httpStatus(), entry.advice());
      }
    }
    return entry(code, Counsel.LOOK);
  }

  /** Every entry of the table by its code. */
  public static Map<String, ErrorCode> table() {
    return TABLE;
  }

  private static String above(String code) {
    int dot = code.lastIndexOf('.');
    return dot < 0 ? "" : code.substring(0, dot);
  }
}
