// SPDX-License-Identifier: Apache-2.0
/** Misbehaviour on demand: deliveries that arrive wrong, methods that fail, hang or are limited. */
@NullMarked
package io.berth.standin.faults;

import org.jspecify.annotations.NullMarked;
