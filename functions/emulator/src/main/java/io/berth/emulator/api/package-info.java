// SPDX-License-Identifier: Apache-2.0
/**
 * Tencent Cloud API 3.0 over HTTP: the order in which a request is checked and carried out, and the
 * envelope around the answer. What an action means is in the packages named after the products.
 */
@NullMarked
package io.berth.emulator.api;

import org.jspecify.annotations.NullMarked;
