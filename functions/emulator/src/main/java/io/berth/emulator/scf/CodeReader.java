// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.ApiError;
import java.util.Base64;
import java.util.List;

/** Finds the uploaded zip in the parameters of CreateFunction and UpdateFunctionCode. */
final class CodeReader {
  private static final int MB = 1024 * 1024;
  private static final List<String> ELSEWHERE =
      List.of(
          "CosBucketName",
          "CosObjectName",
          "CosBucketRegion",
          "TempCosObjectName",
          "DemoId",
          "ImageConfig");

  private CodeReader() {}

  /** {@code Code.ZipFile} of CreateFunction, at most 50 MB. */
  static byte[] ofCreate(ObjectNode given) throws ApiError {
    if (!(given.get("Code") instanceof ObjectNode code)) {
      throw new ApiError(
          "MissingParameter.Code", "The request is missing a required parameter `Code`.");
    }
    return zip(code, 50);
  }

  /** {@code Code.ZipFile} or {@code ZipFile} of UpdateFunctionCode, at most 20 MB. */
  static byte[] ofUpdate(ObjectNode given) throws ApiError {
    return zip(given.get("Code") instanceof ObjectNode code ? code : given, 20);
  }

  private static byte[] zip(ObjectNode code, int megabytes) throws ApiError {
    for (String field : ELSEWHERE) {
      if (code.has(field)) {
        throw new ApiError(
            "InvalidParameterValue.Code",
            field + " is not played by the emulator: send the zip itself as Code.ZipFile.");
      }
    }
    if (!code.has("ZipFile")) {
      throw new ApiError("MissingParameter.Code", "Code needs ZipFile, a zip in base64.");
    }
    byte[] zip = decode(code.get("ZipFile").textValue());
    if (zip.length > megabytes * MB) {
      throw new ApiError(
          "InvalidParameter.RequestTooLarge",
          "The zip has " + zip.length / MB + " MB; " + megabytes + " MB are allowed here.");
    }
    if (zip.length < 4 || zip[0] != 'P' || zip[1] != 'K') {
      throw new ApiError("InvalidParameterValue.ZipFile", "ZipFile is not a zip.");
    }
    return zip;
  }

  private static byte[] decode(String base64) throws ApiError {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new ApiError("InvalidParameterValue.ZipFile", "ZipFile is not base64.");
    }
  }
}
