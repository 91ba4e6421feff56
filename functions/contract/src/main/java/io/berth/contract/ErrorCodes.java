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
  private static final String MEND = "Mend the request and send it again.";
  private static final String ADMIN =
      "Ask whoever runs Berth: the function's role or key lacks a right.";
  private static final String LOOK =
      "It may have been done all the same; Berth looks before it asks again.";
  private static final String SERVICE =
      "The cloud will not do it now; ask whoever runs the account.";

  private static final String ABSENT = "There is no such thing; look at the ids.";
  private static final String TAKEN =
      "Choose another name: the registry has a namespace of this one.";

  private static final Map<String, ErrorCode> TABLE = new LinkedHashMap<>();

  static {
    add("InvalidParameter", Family.INPUT, MEND);
    add("InvalidParameterValue", Family.INPUT, MEND);
    add("MissingParameter", Family.INPUT, MEND);
    add("UnknownParameter", Family.INPUT, MEND);
    add("InvalidRequest", Family.INPUT, MEND);
    add("RequestSizeLimitExceeded", Family.INPUT, MEND);
    add("UnsupportedRegion", Family.INPUT, "Choose a region in which the product is offered.");
    add(
        "InvalidParameter.UnsupportedRegion",
        Family.INPUT,
        "Choose a region in which registries are offered.");
    add(
        "InvalidParameter.ErrorNameIllegal",
        Family.INPUT,
        "Choose a name of 5 to 50 of a-z, 0-9 and '-'.");
    add(
        "InvalidParameter.ErrorRegistryName",
        Family.INPUT,
        "Choose another name: its form is wrong or it is reserved.");
    add(
        "InvalidParameter.ErrorNameReserved",
        Family.INPUT,
        "Choose another name: this one is reserved.");
    add(
        "InvalidParameter.ErrorTagOverLimit",
        Family.INPUT,
        "Give at most 9 tags: the API takes 10 and Berth needs one.");
    add(
        "InvalidParameter.ErrorNameExists",
        Family.NAME_TAKEN,
        "Choose another name: registry names are unique across all accounts.");
    add("InvalidParameter.ErrorTcrInvalidParameter", Family.INPUT, MEND);
    add("FailedOperation.ErrorTcrResourceConflict", Family.NAME_TAKEN, TAKEN);
    add("InternalError.ErrorTcrResourceConflict", Family.NAME_TAKEN, TAKEN);
    add(
        "OperationDenied.QuotaOverLimit",
        Family.QUOTA,
        "The account's quota is used up; delete what is not needed or ask for more quota.");
    add(
        "InternalError.ErrorOverLimit",
        Family.QUOTA,
        "The account's quota is used up; delete what is not needed or ask for more quota.");
    add(
        "LimitExceeded",
        Family.QUOTA,
        "The account's quota is used up; delete what is not needed or ask for more quota.");
    add(
        "ResourceUnavailable.UserHasNoQuotaCode",
        Family.QUOTA,
        "The account has no quota for this; ask for it.");
    add(
        "RequestLimitExceeded",
        Family.RATE,
        "Too many calls in one second; nothing was done, try again.");
    add("AuthFailure", Family.AUTH, ADMIN);
    add(
        "AuthFailure.SignatureExpire",
        Family.AUTH,
        "The function's clock is off by more than five minutes; set it right.");
    add("UnauthorizedOperation", Family.AUTH, ADMIN);
    add(
        "UnauthorizedOperation.AssumeRoleUnauthorized",
        Family.AUTH,
        "The service role of TAT may not be assumed; authorise it in the console.");
    add(
        "ResourceNotFound.RoleNotFound",
        Family.AUTH,
        "The service role of TAT is missing; authorise it in the console.");
    add("IpInBlacklist", Family.AUTH, ADMIN);
    add("IpNotInWhitelist", Family.AUTH, ADMIN);
    add("ResourceNotFound", Family.SERVICE, ABSENT);
    add("ResourceNotFound.TcrResourceNotFound", Family.SERVICE, ABSENT);
    add("OperationDenied", Family.SERVICE, SERVICE);
    add("UnsupportedOperation", Family.SERVICE, SERVICE);
    add("UnsupportedProtocol", Family.SERVICE, SERVICE);
    add("InvalidAction", Family.SERVICE, SERVICE);
    add("ActionOffline", Family.SERVICE, SERVICE);
    add("NoSuchProduct", Family.SERVICE, SERVICE);
    add("NoSuchVersion", Family.SERVICE, SERVICE);
    add("ResourceInsufficient", Family.SERVICE, SERVICE);
    add(
        "ResourceInsufficient.ErrorInstanceNotRunning",
        Family.SERVICE,
        "The registry is not running; try again when it is.");
    add("FailedOperation", Family.AMBIGUOUS, LOOK);
    add(
        "FailedOperation.TradeFailed",
        Family.AMBIGUOUS,
        "The order failed: the account may lack money or TCR's service role. " + LOOK);
    add("FailedOperation.GetDBDataError", Family.AMBIGUOUS, LOOK);
    add("FailedOperation.ErrorGetDBDataError", Family.AMBIGUOUS, LOOK);
    add("FailedOperation.DependenceError", Family.AMBIGUOUS, LOOK);
    add("FailedOperation.ErrorTcrInvalidMediaType", Family.AMBIGUOUS, LOOK);
    add("FailedOperation.ErrorTcrUnauthorized", Family.AMBIGUOUS, LOOK);
    add("FailedOperation.OperationCancel", Family.AMBIGUOUS, LOOK);
    add("FailedOperation.ValidateRegistryNameFail", Family.AMBIGUOUS, LOOK);
    add("FailedOperation.ValidateSupportedRegionFail", Family.AMBIGUOUS, LOOK);
    add("InternalError", Family.AMBIGUOUS, LOOK);
    add("InternalError.DbError", Family.AMBIGUOUS, LOOK);
    add("InternalError.ErrConflict", Family.AMBIGUOUS, LOOK);
    add("InternalError.ErrNotExist", Family.AMBIGUOUS, LOOK);
    add("InternalError.ErrorConflict", Family.AMBIGUOUS, LOOK);
    add("InternalError.ErrorTcrInternal", Family.AMBIGUOUS, LOOK);
    add("InternalError.ErrorTcrInvalidMediaType", Family.AMBIGUOUS, LOOK);
    // The text "project not found" comes under this code too, so it says nothing about rights.
    add("InternalError.ErrorTcrUnauthorized", Family.AMBIGUOUS, LOOK);
  }

  private ErrorCodes() {}

  private static void add(String code, Family family, String advice) {
    TABLE.put(code, new ErrorCode(code, family, status(family), advice));
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
    return new ErrorCode(code, Family.AMBIGUOUS, 504, LOOK);
  }

  /** Every entry of the table by its code. */
  public static Map<String, ErrorCode> table() {
    return Collections.unmodifiableMap(TABLE);
  }

  private static String above(String code) {
    int dot = code.lastIndexOf('.');
    return dot < 0 ? "" : code.substring(0, dot);
  }
}
