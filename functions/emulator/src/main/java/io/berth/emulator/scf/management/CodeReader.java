// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.cos.ObjectFolder;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.scf.platform.ReceivedZip;
import io.berth.emulator.signature.SignatureDigests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * Finds the code in the parameters of CreateFunction and UpdateFunctionCode: a zip in the call
 * itself, or an object in COS.
 */
public final class CodeReader {
  private static final int MB = 1024 * 1024;
  private static final List<String> ELSEWHERE =
      List.of("TempCosObjectName", "DemoId", "ImageConfig");

  private final CosCode cos;
  private final Path scratch;

  /**
   * @param scratch where zips wait until they are unpacked
   */
  public CodeReader(ObjectFolder objects, Path scratch) {
    this.cos = new CosCode(objects, scratch);
    this.scratch = scratch;
  }

  /** {@code Code} of CreateFunction; a zip in the call has at most 50 MB. */
  ReceivedZip ofCreate(ApiCall call) throws ApiError {
    if (!(call.parameters().get("Code") instanceof ObjectNode code)) {
      throw new ApiError(
          "MissingParameter.Code", "The request is missing a required parameter `Code`.");
    }
    return read(code, call.region(), 50);
  }

  /** UpdateFunctionCode, within {@code Code} or beside it; a zip in the call has at most 20 MB. */
  ReceivedZip ofUpdate(ApiCall call) throws ApiError {
    ObjectNode given = call.parameters();
    ObjectNode code = given.get("Code") instanceof ObjectNode inner ? inner : given;
    return read(code, call.region(), 20);
  }

  private ReceivedZip read(ObjectNode code, String region, int megabytes) throws ApiError {
    for (String field : ELSEWHERE) {
      if (code.has(field)) {
        throw new ApiError(
            "InvalidParameterValue.Code",
            field + " is not played by the emulator: send the zip as ZipFile, or from COS.");
      }
    }
    try {
      if (CosCode.isMeant(code)) {
        return cos.read(code, region);
      }
      return keep(zip(code, megabytes));
    } catch (IOException e) {
      throw new ApiError("InternalError", "The code could not be kept: " + e.getMessage());
    }
  }

  private static byte[] zip(ObjectNode code, int megabytes) throws ApiError {
    if (!code.has("ZipFile")) {
      throw new ApiError(
          "MissingParameter.Code", "Code needs ZipFile, a zip in base64, or an object in COS.");
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

  private ReceivedZip keep(byte[] zip) throws IOException {
    Path file = Files.createTempFile(scratch, "upload-", ".zip");
    Files.write(file, zip);
    return new ReceivedZip(file, SignatureDigests.sha256Hex(zip), zip.length);
  }
}
