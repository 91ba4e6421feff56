// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import io.berth.contract.FunctionName;
import java.nio.file.Path;

/** What a newcomer is told once everything runs. */
final class NextSteps {
  private NextSteps() {}

  static String of(Local local) {
    LocalSettings settings = local.settings();
    Path data = shortened(settings.root(), settings.dataOrDefault());
    FunctionName create = FunctionName.TCR_CREATE_INSTANCE;
    return """

        Open http://127.0.0.1:%d and be alice in #requests:
          /tcr create registry payments --type standard
        then be bob, open #approvals and press Approve. Or /tcr help.

        Also here:
          what exists in the cloud     http://127.0.0.1:%d/_emulator/
          how the bot is               curl http://127.0.0.1:%d/readyz
          what was logged              %s/logs
          the key the cloud accepts    SecretId %s SecretKey %s
          call a function yourself     (set -a; . %s/secrets.env; java -jar functions/deploy/target/berth-functions.jar \\
                                         call %s --url %s --secret-env %s \\
                                         --data '{"Region":"ap-guangzhou","RegistryName":"by-hand","RegistryType":"basic"}')
        Ctrl-C stops everything."""
        .formatted(
            settings.consolePort(),
            settings.cloudPort(),
            settings.adminPort(),
            data,
            local.secrets().get(LocalSecrets.SECRET_ID),
            local.secrets().get(LocalSecrets.SECRET_KEY),
            data,
            create.wireName(),
            local.url(create),
            LocalSecrets.ciSecret(create));
  }

  private static Path shortened(Path root, Path data) {
    return data.startsWith(root) ? root.relativize(data) : data;
  }
}
