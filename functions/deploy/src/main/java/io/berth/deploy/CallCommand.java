// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.contract.FunctionName;
import io.berth.contract.RequestMark;
import io.berth.contract.text.Echo;
import io.berth.contract.text.Ids;
import io.berth.contract.text.Secret;
import io.berth.yaml.Alternatives;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code call}: one signed call to a function. */
@Command(
    name = "call",
    description = "Makes one signed call to a function and prints its answer.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The body is JSON: the API's own parameter names plus Region. The secret is the one that",
      "the function's BERTH_CALLERS has for this caller. The answer's body goes to standard",
      "output, its status and the ids to standard error. The same --id is the same request.",
      "",
      "Examples:",
      "  export BERTH_CALL_SECRET=whsec_...",
      "  berth-functions call tcr-describe-instances --url https://... --caller ci \\",
      "      --data '{\"Region\":\"ap-guangzhou\"}'",
      "  berth-functions call tat-create-register-code --url https://... --caller ci \\",
      "      --id deploy-42 < code.json | berth-functions unseal --caller ci --id deploy-42"
    })
final class CallCommand implements Callable<Integer> {
  /** A function refuses more than 64 KB; this only keeps a wrong file from being read whole. */
  private static final int MAX_BODY = 1024 * 1024;

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "the function, e.g. tcr-create-instance")
  private String name;

  @Option(names = "--url", paramLabel = "URL", required = true, description = "its Function URL")
  private String url;

  @Option(names = "--caller", paramLabel = "NAME", description = "who calls, as in BERTH_CALLERS")
  private Optional<String> caller = Optional.empty();

  @ArgGroup private BodySource source;

  @Option(
      names = "--secret-env",
      paramLabel = "VARIABLE",
      defaultValue = "BERTH_CALL_SECRET",
      description = "the variable with the secret, BERTH_CALL_SECRET when not given")
  private String secretVariable;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "the webhook-id; a new one when not given")
  private Optional<String> id = Optional.empty();

  @Option(
      names = "--approval",
      paramLabel = "JWS",
      description = "the approval that the call carries")
  private Optional<String> approval = Optional.empty();

  /** Where the body comes from; standard input when neither is given. */
  static final class BodySource {
    @Option(names = "--data", paramLabel = "JSON", description = "the body itself")
    private String text;

    @Option(names = "--data-file", paramLabel = "FILE", description = "a file with the body")
    private Path file;
  }

  CallCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    FunctionName function = function();
    URI address = input(this::address);
    List<Secret> secrets =
        input(() -> CallSecrets.read(context.environment(), secretVariable, caller));
    String webhookId = webhookId();
    byte[] body = body();
    try {
      return report(
          function,
          webhookId,
          FunctionCall.send(
              address, secrets.get(0), webhookId, context.clock().instant(), approval, body));
    } catch (FunctionCall.Unanswered e) {
      context.err().println(function.wireName() + ": " + e.getMessage());
      return Main.FAILED;
    }
  }

  private int report(FunctionName function, String webhookId, FunctionResponse response) {
    context
        .err()
        .println(
            "%s: HTTP %d  webhook-id %s%s"
                .formatted(
                    function.wireName(), response.status(), webhookId, requestId(webhookId)));
    // Without a line end of its own, so that one in the answer is not doubled.
    context.out().println(new String(response.body(), StandardCharsets.UTF_8).stripTrailing());
    return response.isSuccess() ? Main.OK : Main.FAILED;
  }

  private FunctionName function() {
    List<String> names = Arrays.stream(FunctionName.values()).map(FunctionName::wireName).toList();
    return FunctionName.of(name)
        .orElseThrow(
            () ->
                new BadInput(
                    spec,
                    "unknown function %s%s"
                        .formatted(Echo.of(name), Alternatives.of(name, names))));
  }

  private String webhookId() {
    if (approval.isPresent() && id.isEmpty()) {
      throw new BadInput(
          spec, "an approval fits one webhook-id only, its request id and -1: give that with --id");
    }
    String given = id.orElseGet(() -> new Ids(context.clock(), context.random()).requestId());
    if (!given.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new BadInput(
          spec, "--id %s must have 1 to 64 letters, digits, '_' and '-'".formatted(Echo.of(given)));
    }
    return given;
  }

  /** What a sealed value of the answer is bound to, where that can be known here. */
  private String requestId(String webhookId) {
    Optional<String> approved =
        approval.map(jws -> webhookId.substring(0, Math.max(0, webhookId.lastIndexOf('-'))));
    return approved
        .or(() -> caller.map(who -> RequestMark.requestIdOf(who, webhookId)))
        .map(request -> "  request-id " + request)
        .orElse("");
  }

  private byte[] body() {
    if (source != null && source.text != null) {
      return source.text.getBytes(StandardCharsets.UTF_8);
    }
    String from = source == null ? "standard input" : "--data-file " + source.file;
    byte[] body = read(from);
    if (body.length == 0 || body.length > MAX_BODY) {
      String fault = body.length == 0 ? "is empty" : "is larger than 1 MB";
      throw new BadInput(spec, "%s %s; the body is a small JSON object".formatted(from, fault));
    }
    return body;
  }

  private byte[] read(String from) {
    try (InputStream in = source == null ? context.in() : Files.newInputStream(source.file)) {
      return in.readNBytes(MAX_BODY + 1);
    } catch (IOException e) {
      throw new BadInput(spec, from + " cannot be read; give the body with --data or --data-file");
    }
  }

  private URI address() {
    try {
      return FunctionAddress.parse(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--url " + e.getMessage(), e);
    }
  }

  private <T> T input(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new BadInput(spec, e.getMessage());
    }
  }
}
