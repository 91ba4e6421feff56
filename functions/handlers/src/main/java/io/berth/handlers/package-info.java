// SPDX-License-Identifier: Apache-2.0
/** The bundle: one process that is any of the functions, chosen by name. */
package io.berth.handlers;
