// SPDX-License-Identifier: Apache-2.0
/** The Web API methods, as the bot's client calls them. */
package io.berth.standin.webapi;
