// SPDX-License-Identifier: Apache-2.0
/**
 * What every client of the cloud may expect, asked through several clients: ours, Tencent's own for
 * Java and Node in all their ways to send, and of the real cloud when somebody gives a key.
 */
package io.berth.emulator.contract;
