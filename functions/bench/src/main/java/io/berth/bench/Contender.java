// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One way to start a process.
 *
 * @param key short, for the ratios
 * @param name for people
 * @param serves false when it only prints a line, and that is its answer
 * @param approved whether its calls carry an approval
 */
record Contender(
    String key,
    String name,
    Path directory,
    List<String> command,
    Map<String, String> environment,
    boolean serves,
    boolean approved) {}
