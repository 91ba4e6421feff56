// SPDX-License-Identifier: Apache-2.0
/**
 * What crosses between the bot and the functions: the functions' names, what a request, its rules
 * and its outcome are, and the cloud's error codes. Each action has a file of its own in the
 * package of its product.
 */
@NullMarked
package io.berth.contract;

import org.jspecify.annotations.NullMarked;
