// SPDX-License-Identifier: Apache-2.0
/**
 * The workspace itself: members, channels, messages and views. One lock guards all of it; nothing
 * here knows HTTP.
 */
@NullMarked
package io.berth.standin.workspace;

import org.jspecify.annotations.NullMarked;
