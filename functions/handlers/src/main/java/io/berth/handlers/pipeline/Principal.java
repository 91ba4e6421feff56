// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.pipeline;

import io.berth.contract.RequestMark;
import io.berth.contract.text.Secret;

/**
 * On whose behalf a call runs.
 *
 * @param caller the name that its signature proved
 * @param key the secret that fitted, which also seals what only this caller may read
 * @param mark request and attempt: from the approval, else made of caller and webhook-id
 * @param approved whether an approval fitted; then the bot's ledger keeps watch over repeats
 * @param callId the platform's id of this call
 */
public record Principal(
    String caller, Secret key, RequestMark mark, boolean approved, String callId) {}
