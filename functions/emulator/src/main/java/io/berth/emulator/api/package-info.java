// SPDX-License-Identifier: Apache-2.0
/**
 * Tencent Cloud API 3.0 as a protocol: signatures, the order of checks, the envelope, the rate.
 * What an action means is in the packages named after the products.
 */
package io.berth.emulator.api;
