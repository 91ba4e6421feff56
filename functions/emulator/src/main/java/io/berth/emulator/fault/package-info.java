// SPDX-License-Identifier: Apache-2.0
/**
 * What shall go wrong: rules that say which calls are struck, when, and by what. What an effect
 * does to a call is with the protocol, in package {@code api}.
 */
package io.berth.emulator.fault;
