// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.auth;

import io.berth.contract.ApiRequest;
import io.berth.contract.FunctionName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was approved, by whom, for how long; bound to the exact parameters by their hash.
 *
 * @param requestId 26 characters; the call's webhook-id must be it, {@code -} and the number of the
 *     attempt
 * @param parametersSha256 see {@link ApiRequest#sha256()}
 * @param requester who asked
 * @param approvers who said yes, or {@code policy:NAME} where a policy says that nobody need; never
 *     empty
 */
public record Approval(
    String requestId,
    FunctionName function,
    String parametersSha256,
    String requester,
    List<String> approvers,
    Instant issuedAt,
    Instant expiresAt) {

  public Approval {
    approvers = List.copyOf(approvers);
  }

  Map<String, Object> toClaims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "berth");
    claims.put("sub", requestId);
    claims.put("function", function.wireName());
    claims.put("parameters_sha256", parametersSha256);
    claims.put("requester", requester);
    claims.put("approvers", approvers);
    claims.put("iat", issuedAt.getEpochSecond());
    claims.put("exp", expiresAt.getEpochSecond());
    return claims;
  }

  static Optional<Approval> fromClaims(Map<String, Object> claims) {
    Optional<FunctionName> function =
        claims.get("function") instanceof String name ? FunctionName.of(name) : Optional.empty();
    if (function.isPresent()
        && "berth".equals(claims.get("iss"))
        && claims.get("sub") instanceof String request
        && claims.get("parameters_sha256") instanceof String parameters
        && claims.get("requester") instanceof String requester
        && claims.get("approvers") instanceof List<?> list
        && list.stream().allMatch(String.class::isInstance)
        && claims.get("iat") instanceof Long issued
        && claims.get("exp") instanceof Long expires) {
      List<String> approvers = list.stream().map(String.class::cast).toList();
      Instant from = Instant.ofEpochSecond(issued);
      Instant until = Instant.ofEpochSecond(expires);
      return Optional.of(
          new Approval(request, function.get(), parameters, requester, approvers, from, until));
    }
    return Optional.empty();
  }
}
