// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

/**
 * Ends the deploy of one function. A deploy is a straight line of some ten calls, each of which may
 * be refused; the line stays readable this way, and {@link Deployer} turns it into a value before
 * anybody else sees it.
 */
final class DeployStopped extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param sentence what SCF said and what to do
   */
  DeployStopped(String sentence) {
    super(sentence, null, false, false);
  }
}
