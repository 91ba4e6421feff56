// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** What to do about an error code of SCF's API: the longest beginning that fits, as data. */
final class ScfAdvice {
  private static final Map<String, String> BY_BEGINNING = table();

  private ScfAdvice() {}

  static String of(String code) {
    return BY_BEGINNING.entrySet().stream()
        .filter(entry -> code.startsWith(entry.getKey()))
        .max(Comparator.comparingInt(entry -> entry.getKey().length()))
        .map(Map.Entry::getValue)
        .orElse(
            "look the code up in SCF's list of error codes, or send SCF's support the request id");
  }

  private static Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    String keys =
        "check TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY and TENCENTCLOUD_TOKEN, or the key's file";
    String template = "correct this value in the template, then deploy again";
    table.put("AuthFailure", keys);
    table.put("AuthFailure.SignatureExpire", "set this machine's clock, then deploy again");
    table.put(
        "UnauthorizedOperation",
        "allow the deploying key this scf: action, and cam:PassRole on the function's role");
    table.put("AuthFailure.UnauthorizedOperation", table.get("UnauthorizedOperation"));
    table.put(
        "FailedOperation.QcsRoleNotFound",
        "create the role in CAM with scf.qcloud.com as trusted service, or correct Role");
    table.put("ResourceNotFound.Role", table.get("FailedOperation.QcsRoleNotFound"));
    table.put(
        "ResourceNotFound.Namespace", "create the namespace in SCF's console, or correct its name");
    table.put("ResourceUnavailable.InsufficientBalance", "top up the account, then deploy again");
    table.put(
        "LimitExceeded", "delete what is not needed in this region, or ask for a higher quota");
    table.put("RequestLimitExceeded", "wait a minute, then deploy again");
    table.put("InvalidParameter", template);
    table.put(
        "InvalidParameterValue.Cos",
        "check that SCF may read the bucket of --code-bucket, then deploy again");
    table.put("MissingParameter", template);
    table.put("UnsupportedRegion", "correct --region");
    table.put("FailedOperation", "deploy again; it goes on where it stopped");
    table.put("InternalError", "deploy again; it goes on where it stopped");
    table.put("ResourceInUse", "somebody else deploys at the same time: wait, then deploy again");
    return table;
  }
}
