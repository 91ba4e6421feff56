// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

import io.berth.deploy.cos.CodeBucket;
import io.berth.deploy.cos.NotStored;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How bundles get to SCF: inside the call while they fit there, else through a bucket. */
final class CodeUpload {
  private final Optional<CodeBucket> bucket;
  private final Map<Path, CodeFile> read = new HashMap<>();

  CodeUpload(Optional<CodeBucket> bucket) {
    this.bucket = bucket;
  }

  /** The bundle of a function; functions that share one share its hashing. */
  CodeFile read(Path file) throws DeployStopped {
    CodeFile known = read.get(file);
    if (known == null) {
      known = CodeFile.read(file);
      read.put(file, known);
    }
    return known;
  }

  /** Refuses a bundle that has no way to SCF; sends nothing. */
  void refuseWithoutWay(CodeFile code) throws DeployStopped {
    if (!code.fitsInACall() && bucket.isEmpty()) {
      throw new DeployStopped(
          "the bundle %s has %d bytes, and a call of SCF's API holds at most %d; name a COS bucket of this region for it with --code-bucket NAME-APPID, where the deploying key may cos:PutObject and cos:HeadObject"
              .formatted(code.file(), code.bytes(), CodeFile.MOST_IN_A_CALL));
    }
  }

  /**
   * The fields of SCF's Code that say where the bundle is; it is there when this returns.
   *
   * @param code that {@link #refuseWithoutWay} let pass
   */
  Map<String, Object> send(CodeFile code) throws DeployStopped {
    if (code.fitsInACall()) {
      return Map.of("ZipFile", code.base64());
    }
    try {
      return stored(code, bucket.orElseThrow());
    } catch (NotStored e) {
      throw new DeployStopped(e.getMessage());
    }
  }

  private static Map<String, Object> stored(CodeFile code, CodeBucket through) throws NotStored {
    String key = through.hold(code.file(), code.bytes(), code.sha256(), code.md5());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("CosBucketName", through.name().plain());
    fields.put("CosObjectName", key);
    fields.put("CosBucketRegion", through.region());
    return fields;
  }
}
