// SPDX-License-Identifier: Apache-2.0
/** Who calls, what was approved, and what only the caller may read: signature, approval, seal. */
@NullMarked
package io.berth.contract.auth;

import org.jspecify.annotations.NullMarked;
