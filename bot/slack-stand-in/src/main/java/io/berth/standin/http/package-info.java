// SPDX-License-Identifier: Apache-2.0
/** HTTP as values: a request in, an answer out, and the one place that knows Jetty. */
@NullMarked
package io.berth.standin.http;

import org.jspecify.annotations.NullMarked;
