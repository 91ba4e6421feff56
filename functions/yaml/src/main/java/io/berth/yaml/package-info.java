// SPDX-License-Identifier: Apache-2.0

/**
 * Reads the YAML files that people write for Berth, {@code template.yaml} and {@code berth.yaml}:
 * strictly, all mistakes at once, each with its line and the way out, and never with a value that
 * came from the environment. What differs between the two files is a {@link
 * io.berth.yaml.YamlDialect} each.
 */
@NullMarked
package io.berth.yaml;

import org.jspecify.annotations.NullMarked;
