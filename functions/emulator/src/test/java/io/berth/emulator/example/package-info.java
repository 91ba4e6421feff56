// SPDX-License-Identifier: Apache-2.0
/** What the README shows, in a package of its own as a user's test is. */
package io.berth.emulator.example;
