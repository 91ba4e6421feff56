// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import io.berth.emulator.error.ApiError;

/** The business refusals of TCR, in the words of its Error Code tables where there are any. */
enum TcrRefusal {
  NAME_ILLEGAL("InvalidParameter.ErrorNameIllegal", "Invalid instance name."),
  NAME_RESERVED("InvalidParameter.ErrorNameReserved", "The instance name is reserved."),
  NAME_EXISTS("InvalidParameter.ErrorNameExists", "The instance name already exists."),
  TAGS("InvalidParameter.ErrorTagOverLimit", "The instance can bind up to 10 Tencent Cloud tags."),
  REGION(
      "InvalidParameter.UnsupportedRegion", "Creating instance is not supported in this region."),
  QUOTA("OperationDenied.QuotaOverLimit", "Reached the upper limit of quota."),
  // Which of the codes below an unknown registry gets is inferred from the lists of each action.
  NOT_FOUND("ResourceNotFound", "The resource does not exist."),
  TARGET_NOT_FOUND("InternalError.ErrNotExist", "The target does not exist."),
  TCR_NOT_FOUND("ResourceNotFound.TcrResourceNotFound", "The TCR resource does not exist."),
  NAMESPACE_EXISTS("FailedOperation.ErrorTcrResourceConflict", "The resource already exists.");

  private final String code;
  private final String message;

  TcrRefusal(String code, String message) {
    this.code = code;
    this.message = message;
  }

  ApiError error() {
    return new ApiError(code, message);
  }

  /** A value that is not allowed; the documented text and what would be allowed. */
  static ApiError parameter(String rule) {
    return new ApiError("InvalidParameter", "Parameter error. Please check and try again. " + rule);
  }

  /** The state of the registry does not allow it. Inferred: the code of these refusals. */
  static ApiError denied(String why) {
    return new ApiError("OperationDenied", "The operation is denied. " + why);
  }

  /** The same for actions whose list has no {@code OperationDenied}. */
  static ApiError unsupported(String why) {
    return new ApiError("UnsupportedOperation", "Unsupported operation. " + why);
  }
}
