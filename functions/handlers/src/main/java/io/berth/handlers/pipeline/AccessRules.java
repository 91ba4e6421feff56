// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.pipeline;

import io.berth.contract.auth.Callers;
import java.security.PublicKey;
import java.util.Map;

/**
 * Who gets in.
 *
 * @param callers who may call, and what
 * @param approvals which of them need an approval
 * @param approvalKeys public keys of whoever may approve, by key id
 */
public record AccessRules(
    Callers callers, ApprovalRule approvals, Map<String, PublicKey> approvalKeys) {
  public AccessRules {
    approvalKeys = Map.copyOf(approvalKeys);
  }
}
