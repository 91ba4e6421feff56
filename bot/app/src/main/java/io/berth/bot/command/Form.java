// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What {@code create KIND} takes.
 *
 * @param positional whether the first option may be given as a bare word
 * @param check the contract's validator: the same that the function uses
 */
record Form(
    String kind,
    FunctionName function,
    boolean positional,
    List<Option> options,
    List<Pairing> pairings,
    Function<Map<String, Object>, Checked<? extends ApiRequest>> check) {

  Optional<Option> option(String name) {
    return options.stream().filter(o -> o.name().equals(name)).findFirst();
  }

  List<String> names() {
    return options.stream().map(Option::name).toList();
  }
}
