// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

/** What an instance runs: one code with one configuration of one function. */
record Revision(FunctionKey key, Configuration configuration, Code code) {}
