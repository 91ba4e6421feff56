// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.contract.RequestMark;
import io.berth.contract.auth.Seal;
import io.berth.contract.text.Ids;
import io.berth.contract.text.Json;
import io.berth.contract.text.MalformedJson;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code unseal}: opens the value that a function sealed for its caller. */
@Command(
    name = "unseal",
    description = "Opens a sealed register code and prints its value to standard output.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Reads the sealed value (a JWE), or the whole answer that has it, from standard input.",
      "It opens with the secret of the caller that it was made for, and only together with the",
      "id of its request: --request-id, or the --caller and --id of a call without approval.",
      "",
      "Examples:",
      "  berth-functions unseal --caller ci --id deploy-42 < answer.json",
      "  berth-functions unseal --request-id 01KAM3... < sealed.txt"
    })
final class UnsealCommand implements Callable<Integer> {
  private static final int MAX_INPUT = 64 * 1024;
  private static final String UNOPENED =
      "the sealed value does not open: it is not of request %s, not for this caller's secret, or it was altered";

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Option(
      names = "--secret-env",
      paramLabel = "VARIABLE",
      defaultValue = "BERTH_CALL_SECRET",
      description = "the variable with the secret, BERTH_CALL_SECRET when not given")
  private String secretVariable;

  @Option(names = "--request-id", paramLabel = "ID", description = "the request it belongs to")
  private Optional<String> requestId = Optional.empty();

  @Option(names = "--caller", paramLabel = "NAME", description = "who called, as in BERTH_CALLERS")
  private Optional<String> caller = Optional.empty();

  @Option(names = "--id", paramLabel = "ID", description = "the webhook-id of the call")
  private Optional<String> webhookId = Optional.empty();

  UnsealCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String request = request();
    List<Secret> secrets = secrets();
    Optional<Secret> value = Seal.open(sealed(), secrets, request);
    if (value.isEmpty()) {
      context.err().println(UNOPENED.formatted(request));
      return Main.FAILED;
    }
    context.out().println(value.get().reveal());
    return Main.OK;
  }

  private List<Secret> secrets() {
    try {
      return CallSecrets.read(context.environment(), secretVariable, caller);
    } catch (IllegalArgumentException e) {
      throw new BadInput(spec, e.getMessage());
    }
  }

  private String request() {
    if (requestId.isPresent() == (caller.isPresent() && webhookId.isPresent())) {
      throw new BadInput(
          spec,
          "which request? give --request-id, or --caller and --id of a call without approval");
    }
    String request =
        requestId.orElseGet(
            () -> RequestMark.requestIdOf(caller.orElseThrow(), webhookId.orElseThrow()));
    if (!Ids.isRequestId(request)) {
      throw new BadInput(
          spec, "a request id has 26 characters, as `call` prints behind the word request-id");
    }
    return request;
  }

  private String sealed() {
    String text = input();
    String sealed = text.startsWith("{") ? sealedIn(text) : text;
    if (sealed.chars().filter(c -> c == '.').count() != 4) {
      throw new BadInput(
          spec, "there is no sealed value in standard input; it is text with four dots in it");
    }
    return sealed;
  }

  private String sealedIn(String json) {
    try {
      Object field =
          Json.readObject(json.getBytes(StandardCharsets.UTF_8)).get("RegisterCodeValueSealed");
      return field instanceof String jwe ? jwe : "";
    } catch (MalformedJson e) {
      throw new BadInput(spec, "standard input is not an answer of a function: " + e.getMessage());
    }
  }

  private String input() {
    try {
      byte[] bytes = context.in().readNBytes(MAX_INPUT + 1);
      if (bytes.length > MAX_INPUT) {
        throw new BadInput(spec, "standard input is larger than 64 KB; a sealed value is not");
      }
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new BadInput(spec, "standard input cannot be read");
    }
  }
}
