// SPDX-License-Identifier: Apache-2.0
/** The scripted interface under /local/, which the page uses as well. */
package io.berth.standin.local;
