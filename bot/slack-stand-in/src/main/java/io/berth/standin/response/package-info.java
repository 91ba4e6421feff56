// SPDX-License-Identifier: Apache-2.0
/** What an app says after an interaction, in its acknowledgement or to a response URL. */
@NullMarked
package io.berth.standin.response;

import org.jspecify.annotations.NullMarked;
