// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import io.berth.emulator.api.ApiError;

/** The business refusals of CreateInstance, in the words of its Error Code table. */
enum Refusal {
  NAME_ILLEGAL("InvalidParameter.ErrorNameIllegal", "Invalid instance name."),
  NAME_RESERVED("InvalidParameter.ErrorNameReserved", "The instance name is reserved."),
  NAME_EXISTS("InvalidParameter.ErrorNameExists", "The instance name already exists."),
  TAGS("InvalidParameter.ErrorTagOverLimit", "The instance can bind up to 10 Tencent Cloud tags."),
  REGION(
      "InvalidParameter.UnsupportedRegion", "Creating instance is not supported in this region."),
  QUOTA("OperationDenied.QuotaOverLimit", "Reached the upper limit of quota.");

  private final String code;
  private final String message;

  Refusal(String code, String message) {
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
}
