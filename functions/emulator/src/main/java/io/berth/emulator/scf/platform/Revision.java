// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

/** What an instance runs: one code with one configuration of one function. */
public record Revision(FunctionKey key, FunctionConfiguration configuration, FunctionCode code) {}
