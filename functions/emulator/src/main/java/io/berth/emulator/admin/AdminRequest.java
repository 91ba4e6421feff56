// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

/**
 * What the admin API is asked.
 *
 * @param query the text after {@code ?}, {@code ""} when there is none
 */
record AdminRequest(String method, String path, String query, byte[] body) {}
