// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.TestCloud;
import java.util.Optional;

/** How the tests of the contract ask. */
interface Asking {
  String REGION = "ap-guangzhou";

  Subject subject();

  /** A key that the place accepts. */
  Key key();

  /** Whether this client writes parameters into a query or a form, where every value is a text. */
  default boolean sendsTexts() {
    return false;
  }

  /** Whether this client can leave the region out; one sends an empty header instead. */
  default boolean leavesOutTheRegion() {
    return true;
  }

  default Ask tcr(String action, String json) {
    return new Ask(TestCloud.TCR, action, Optional.of(REGION), json, key());
  }

  default Ask tat(String action, String json) {
    return new Ask(TestCloud.TAT, action, Optional.of(REGION), json, key());
  }

  default Reply ask(Ask ask) {
    return subject().call(ask);
  }

  default String code(Ask ask) {
    return ask(ask).code();
  }

  /** {@code Response} of a call that has to succeed. */
  default JsonNode accepted(Ask ask) {
    Reply reply = ask(ask);
    if (reply instanceof Reply.Accepted accepted) {
      return accepted.response();
    }
    throw new AssertionError(ask.action() + " was not accepted: " + reply);
  }

  /** A CreateInstance with a name and type, and more fields that begin with a comma. */
  default Ask create(String name, String more) {
    return tcr(
        "CreateInstance",
        "{\"RegistryName\":\"" + name + "\",\"RegistryType\":\"standard\"" + more + "}");
  }

  /** Parameters with one list of texts. */
  static String list(String name, String... values) {
    return "{\"" + name + "\":[\"" + String.join("\",\"", values) + "\"]}";
  }
}
