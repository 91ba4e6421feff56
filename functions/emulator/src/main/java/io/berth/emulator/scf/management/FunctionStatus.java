// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

/** Where a function stands (SCF, Function Status); the words are those of the API. */
enum FunctionStatus {
  CREATING("Creating"),
  CREATE_FAILED("CreateFailed"),
  ACTIVE("Active"),
  UPDATING("Updating"),
  UPDATE_FAILED("UpdateFailed");

  private final String word;

  FunctionStatus(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** A failed update leaves the old code serving, and one under way does so until it is done. */
  boolean serves() {
    return this == ACTIVE || this == UPDATING || this == UPDATE_FAILED;
  }

  boolean settled() {
    return this == ACTIVE || this == UPDATE_FAILED;
  }

  /** The sentence for whoever wants it to be active. */
  String notYetActive() {
    return "The function is " + word + "; wait until it is Active.";
  }
}
