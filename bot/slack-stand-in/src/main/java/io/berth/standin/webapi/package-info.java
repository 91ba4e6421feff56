// SPDX-License-Identifier: Apache-2.0
/** The Web API methods, as the bot's client calls them. */
@NullMarked
package io.berth.standin.webapi;

import org.jspecify.annotations.NullMarked;
