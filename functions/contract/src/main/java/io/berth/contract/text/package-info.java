// SPDX-License-Identifier: Apache-2.0
/** JSON, ids, digests and secrets, and text that people typed, shown safely. */
@NullMarked
package io.berth.contract.text;

import org.jspecify.annotations.NullMarked;
