// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

/** The switches of a registry (TCR CreateInstance, Input Parameters). */
record RegistryOptions(
    boolean syncTag, boolean cosMaz, boolean cosVersioning, boolean deletionProtection) {}
