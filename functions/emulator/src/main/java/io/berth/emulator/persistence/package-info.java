// SPDX-License-Identifier: Apache-2.0
/** The state between two runs: as one document, in a folder or not at all. */
package io.berth.emulator.persistence;
