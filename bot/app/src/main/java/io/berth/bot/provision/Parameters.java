// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.bot.command.Ask;
import io.berth.bot.ledger.Request;
import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.tat.CreateRegisterCode;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.text.Json;
import java.util.List;
import java.util.Map;

/** The parameters of a stored request, read back by the validator that let them in. */
final class Parameters {
  private Parameters() {}

  static CreateInstance registry(Request request) {
    return valid(CreateInstance.from(json(request)));
  }

  static CreateRegisterCode code(Request request) {
    return valid(CreateRegisterCode.from(json(request)));
  }

  /** What was asked, for the policy. */
  static Ask ask(Request request) {
    ApiRequest parameters =
        switch (request.function()) {
          case TCR_CREATE_INSTANCE -> registry(request);
          case TAT_CREATE_REGISTER_CODE -> code(request);
          default -> throw new IllegalStateException(request.function() + " creates nothing");
        };
    return new Ask(parameters, request.team(), request.reason(), List.of());
  }

  private static Map<String, Object> json(Request request) {
    return Json.readObject(request.parametersJson().getBytes(UTF_8));
  }

  /** The ledger stores nothing that is not valid, and the claim compares the hash. */
  private static <T> T valid(Checked<T> checked) {
    return checked.fold(
        Checked.Valid::value,
        invalid -> {
          throw new IllegalStateException("stored parameters: " + invalid.violations());
        });
  }
}
