// SPDX-License-Identifier: Apache-2.0
/** JSON as trees, for every room of the stand-in. */
@NullMarked
package io.berth.standin.json;

import org.jspecify.annotations.NullMarked;
