// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.cos.ObjectAddress;
import io.berth.emulator.cos.ObjectFolder;
import io.berth.emulator.cos.StoredObject;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.CloudRegions;
import io.berth.emulator.scf.platform.ReceivedZip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Code that is an object in COS (SCF, data type Code). SCF fetches it with rights of its own, so
 * whose object it is was settled when it was stored. What an object that is not there is answered
 * with is inferred: SCF lists the code and says only "invalid".
 */
final class CosCode {
  private static final String BUCKET = "CosBucketName";
  private static final String OBJECT = "CosObjectName";
  private static final String REGION = "CosBucketRegion";

  private final ObjectFolder objects;
  private final Path scratch;
  private final AtomicLong uploads = new AtomicLong();

  CosCode(ObjectFolder objects, Path scratch) {
    this.objects = objects;
    this.scratch = scratch;
  }

  static boolean isMeant(ObjectNode code) {
    return Stream.of(BUCKET, OBJECT, REGION).anyMatch(code::has);
  }

  /**
   * Fetches the object.
   *
   * @param region where the bucket is when nothing says it [I]
   */
  ReceivedZip read(ObjectNode code, String region) throws ApiError, IOException {
    if (code.has("ZipFile")) {
      throw new ApiError(
          "InvalidParameterValue.Code", "Give ZipFile or an object in COS, not both.");
    }
    ObjectAddress address = address(code, region);
    Path target = scratch.resolve("upload-" + uploads.incrementAndGet() + ".zip");
    StoredObject object = objects.give(address, target).orElseThrow(() -> missing(address));
    return new ReceivedZip(target, object.sha256(), object.bytes());
  }

  private static ApiError missing(ObjectAddress address) {
    return invalid(
        OBJECT,
        "there is no object %s in the bucket %s of %s; store it first"
            .formatted(address.key(), address.bucket(), address.region()));
  }

  private static ObjectAddress address(ObjectNode code, String region) throws ApiError {
    String bucket = code.path(BUCKET).asText();
    String key = code.path(OBJECT).asText();
    String where = code.has(REGION) ? code.path(REGION).asText() : region;
    if (!bucket.matches("[a-z0-9][a-z0-9-]{0,49}") || bucket.endsWith("-" + ObjectAddress.APP_ID)) {
      throw invalid(BUCKET, "it must be a bucket's name without -" + ObjectAddress.APP_ID);
    }
    if (!key.matches("/.+\\.(zip|jar)")) {
      throw invalid(OBJECT, "it must begin with / and end in .zip or .jar");
    }
    if (!CloudRegions.isKnown(where)) {
      throw invalid(REGION, "it must be a region, such as ap-guangzhou");
    }
    return new ObjectAddress(bucket + "-" + ObjectAddress.APP_ID, where, key);
  }

  private static ApiError invalid(String field, String why) {
    return new ApiError("InvalidParameterValue." + field, field + " is invalid: " + why + ".");
  }
}
