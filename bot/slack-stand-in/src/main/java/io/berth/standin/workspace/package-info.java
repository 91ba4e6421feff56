// SPDX-License-Identifier: Apache-2.0
/**
 * The workspace itself: people, channels, messages, forms, and Slack's rules about them. One lock
 * guards all of it; nothing here knows HTTP.
 */
package io.berth.standin.workspace;
