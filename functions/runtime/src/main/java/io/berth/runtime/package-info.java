// SPDX-License-Identifier: Apache-2.0
/**
 * Runs handlers written against aws-lambda-java-core on SCF: the Custom Runtime loop, the HTTP
 * listener on port 9000, and the way from an event to an HTTP call and back.
 */
@NullMarked
package io.berth.runtime;

import org.jspecify.annotations.NullMarked;
