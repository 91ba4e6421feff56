// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import io.berth.bot.slack.Manifest;
import io.berth.contract.text.Json;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code berth manifest}: the Slack app to create. */
@Command(
    name = "manifest",
    description = "Print the Slack app manifest to paste at api.slack.com/apps, in JSON.",
    mixinStandardHelpOptions = true)
final class ManifestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--url",
      required = true,
      paramLabel = "https://…",
      description = "where Slack reaches the bot, without a path")
  private URI url;

  @Option(
      names = "--command",
      defaultValue = "/tcr",
      paramLabel = "/NAME",
      description = "the slash command (${DEFAULT-VALUE})")
  private String command;

  @Override
  public Integer call() {
    boolean https = "https".equals(url.getScheme()) && url.getHost() != null;
    boolean bare =
        url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
    if (!https || !bare || !(url.getPath().isEmpty() || url.getPath().equals("/"))) {
      throw refusal(
          "--url must be https:// and a host, without path, user or query, e.g. https://berth.example.com");
    }
    if (!command.matches("/[a-z0-9_-]{1,31}")) {
      throw refusal("--command must be a slash and up to 31 of a-z, 0-9, _ and -, e.g. /tcr");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(Json.write(Manifest.of(command, url)));
    return 0;
  }

  private ParameterException refusal(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
