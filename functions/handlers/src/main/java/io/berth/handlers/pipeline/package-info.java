// SPDX-License-Identifier: Apache-2.0
/**
 * What every function does with a call before and after its own work: the checks in their order,
 * the cloud as the function's role, the memory of recent calls, the answer and the log line.
 */
@NullMarked
package io.berth.handlers.pipeline;

import org.jspecify.annotations.NullMarked;
