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
  private static final String LOOK =
      "It may have been done all the same; Berth looks before it asks again.";

  private static final Map<String, ErrorCode> TABLE = table(new LinkedHashMap<>());

  private ErrorCodes() {}

  private static Map<String, ErrorCode> table(Map<String, ErrorCode> table) {
    input(table);
    nameTaken(table);
    quota(table);
    add(
        table,
        Family.RATE,
        "Too many calls in one second; nothing was done, try again.",
        "RequestLimitExceeded");
    auth(table);
    service(table);
    ambiguous(table);
    return Collections.unmodifiableMap(table);
  }

  private static void input(Map<String, ErrorCode> table) {
    add(
        table,
        Family.INPUT,
        "Mend the request and send it again.",
        "InvalidParameter",
        "InvalidParameterValue",
        "MissingParameter",
        "UnknownParameter",
        "InvalidRequest",
        "RequestSizeLimitExceeded",
        "InvalidParameter.ErrorTcrInvalidParameter");
    add(
        table,
        Family.INPUT,
        "Choose a region in which the product is offered.",
        "UnsupportedRegion");
    add(
        table,
        Family.INPUT,
        "Choose a region in which registries are offered.",
        "InvalidParameter.UnsupportedRegion");
    registryInput(table);
  }

  private static void registryInput(Map<String, ErrorCode> table) {
    add(
        table,
        Family.INPUT,
        "Choose a name of 5 to 50 of a-z, 0-9 and '-'.",
        "InvalidParameter.ErrorNameIllegal");
    add(
        table,
        Family.INPUT,
        "Choose another name: its form is wrong or it is reserved.",
        "InvalidParameter.ErrorRegistryName");
    add(
        table,
        Family.INPUT,
        "Choose another name: this one is reserved.",
        "InvalidParameter.ErrorNameReserved");
    add(
        table,
        Family.INPUT,
        "Give at most 9 tags: the API takes 10 and Berth needs one.",
        "InvalidParameter.ErrorTagOverLimit");
  }

  private static void nameTaken(Map<String, ErrorCode> table) {
    add(
        table,
        Family.NAME_TAKEN,
        "Choose another name: registry names are unique across all accounts.",
        "InvalidParameter.ErrorNameExists");
    add(
        table,
        Family.NAME_TAKEN,
        "Choose another name: the registry has a namespace of this one.",
        "FailedOperation.ErrorTcrResourceConflict",
        "InternalError.ErrorTcrResourceConflict");
  }

  private static void quota(Map<String, ErrorCode> table) {
    add(
        table,
        Family.QUOTA,
        "The account's quota is used up; delete what is not needed or ask for more quota.",
        "OperationDenied.QuotaOverLimit",
        "InternalError.ErrorOverLimit",
        "LimitExceeded");
    add(
        table,
        Family.QUOTA,
        "The account has no quota for this; ask for it.",
        "ResourceUnavailable.UserHasNoQuotaCode");
  }

  private static void auth(Map<String, ErrorCode> table) {
    add(
        table,
        Family.AUTH,
        "Ask whoever runs Berth: the function's role or key lacks a right.",
        "AuthFailure",
        "UnauthorizedOperation",
        "IpInBlacklist",
        "IpNotInWhitelist");
    add(
        table,
        Family.AUTH,
        "The function's clock is off by more than five minutes; set it right.",
        "AuthFailure.SignatureExpire");
    add(
        table,
        Family.AUTH,
        "The service role of TAT may not be assumed; authorise it in the console.",
        "UnauthorizedOperation.AssumeRoleUnauthorized");
    add(
        table,
        Family.AUTH,
        "The service role of TAT is missing; authorise it in the console.",
        "ResourceNotFound.RoleNotFound");
  }

  private static void service(Map<String, ErrorCode> table) {
    add(
        table,
        Family.SERVICE,
        "There is no such thing; look at the ids.",
        "ResourceNotFound",
        "ResourceNotFound.TcrResourceNotFound");
    add(
        table,
        Family.SERVICE,
        "The registry is not running; try again when it is.",
        "ResourceInsufficient.ErrorInstanceNotRunning");
    add(
        table,
        Family.SERVICE,
        "The cloud will not do it now; ask whoever runs the account.",
        "OperationDenied",
        "UnsupportedOperation",
        "UnsupportedProtocol",
        "InvalidAction",
        "ActionOffline",
        "NoSuchProduct",
        "NoSuchVersion",
        "ResourceInsufficient");
  }

  private static void ambiguous(Map<String, ErrorCode> table) {
    add(
        table,
        Family.AMBIGUOUS,
        "The order failed: the account may lack money or TCR's service role. " + LOOK,
        "FailedOperation.TradeFailed");
    add(
        table,
        Family.AMBIGUOUS,
        LOOK,
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
  }

  private static void add(
      Map<String, ErrorCode> table, Family family, String advice, String... codes) {
    for (String code : codes) {
      table.put(code, new ErrorCode(code, family, status(family), advice));
    }
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
    return TABLE;
  }

  private static String above(String code) {
    int dot = code.lastIndexOf('.');
    return dot < 0 ? "" : code.substring(0, dot);
  }
}
