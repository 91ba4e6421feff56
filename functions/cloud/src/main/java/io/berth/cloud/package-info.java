// SPDX-License-Identifier: Apache-2.0
/**
 * Tencent Cloud API 3.0: one call is one signed POST, sent at most once, and what came of it is a
 * value.
 */
@NullMarked
package io.berth.cloud;

import org.jspecify.annotations.NullMarked;
