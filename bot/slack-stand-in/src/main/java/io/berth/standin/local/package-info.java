// SPDX-License-Identifier: Apache-2.0
/** The scripted interface under /local/, which the page uses as well. */
@NullMarked
package io.berth.standin.local;

import org.jspecify.annotations.NullMarked;
