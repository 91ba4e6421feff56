// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {"berth " + Optional.ofNullable(version).orElse("(from source)")};
  }
}
