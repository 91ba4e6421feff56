// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Input that cannot be used, as one sentence: picocli's own way of ending a command with exit code
 * 2.
 */
final class BadInput extends ParameterException {
  private static final long serialVersionUID = 1L;

  BadInput(CommandSpec command, String sentence) {
    super(command.commandLine(), sentence);
  }
}
