// SPDX-License-Identifier: Apache-2.0
/**
 * What crosses between the bot and the functions: one file per API action (request, its rules, its
 * wire form), outcomes and error codes, the signature on a call, the approval carried with it, and
 * the seal on a secret.
 */
package io.berth.contract;
