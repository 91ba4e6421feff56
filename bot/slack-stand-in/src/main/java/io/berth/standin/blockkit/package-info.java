// SPDX-License-Identifier: Apache-2.0
/**
 * Block Kit: which blocks and views Slack takes, and what people can click, choose and fill in
 * there.
 */
@NullMarked
package io.berth.standin.blockkit;

import org.jspecify.annotations.NullMarked;
