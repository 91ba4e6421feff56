// SPDX-License-Identifier: Apache-2.0
/** Who calls, what was approved, and what only the caller may read: signature, approval, seal. */
package io.berth.contract.auth;
