// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.cloud.CloudClient;
import io.berth.cloud.Credentials;
import io.berth.cloud.Endpoint;
import io.berth.cloud.Timeouts;
import io.berth.contract.text.Echo;
import io.berth.deploy.cos.BucketName;
import io.berth.deploy.cos.CodeBucket;
import io.berth.deploy.scf.DeployedFunction;
import io.berth.deploy.scf.Deployer;
import io.berth.deploy.scf.Deployment;
import io.berth.deploy.scf.ScfApi;
import io.berth.deploy.template.DeployableFunction;
import io.berth.deploy.template.ResolvedTemplate;
import io.berth.deploy.template.Template;
import io.berth.yaml.Mistake;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deploy}: brings SCF to what the template says. */
@Command(
    name = "deploy",
    description = "Creates or updates the template's functions and their Function URLs.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The cloud key: --profile; else TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY and, for",
      "temporary keys, TENCENTCLOUD_TOKEN; else ~/.tccli/default.credential (TCCLI_PROFILE names",
      "another), then ~/.tencentcloud/credentials. The region: --region or TENCENTCLOUD_REGION.",
      "What the template writes as a reference to a variable: the variable of that name. The",
      "bucket: --code-bucket or BERTH_CODE_BUCKET.",
      "",
      "Prints one line per function: name, created|updated|unchanged, URL, what was changed.",
      "Running it again changes nothing that is right already, and finishes what was cut off.",
      "Each function that was created or updated then gets an unsigned call, which it must refuse.",
      "",
      "Examples:",
      "  berth-functions deploy --region ap-guangzhou",
      "  berth-functions deploy --region ap-guangzhou --dry-run",
      "  berth-functions deploy --region ap-guangzhou --code-bucket berth-code-1250000000",
      "  berth-functions deploy --endpoint http://127.0.0.1:8102 --region ap-guangzhou --output json"
    })
final class DeployCommand implements Callable<Integer> {
  /** A bundle of some megabytes is on its way for longer than a function's own calls. */
  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(180));

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Option(
      names = "--template",
      paramLabel = "FILE",
      defaultValue = "template.yaml",
      description = "the template, template.yaml when not given")
  private Path file;

  @Option(
      names = "--endpoint",
      paramLabel = "URI",
      defaultValue = "",
      description = {
        "SCF's API when not the usual one: 'intl' for the international site, or an address;",
        "http only to this machine"
      })
  private String endpoint;

  @Option(names = "--region", paramLabel = "REGION", description = "e.g. ap-guangzhou")
  private String region;

  @Option(
      names = "--code-bucket",
      paramLabel = "NAME-APPID",
      description = {
        "a COS bucket of that region for bundles above 7 MB; each is put there once,",
        "as /berth/SHA256.zip. The key needs cos:PutObject and cos:HeadObject there"
      })
  private String bucket;

  @Option(names = "--dry-run", description = "only read, and say what would be done")
  private boolean dryRun;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "take the cloud key from this profile of tccli")
  private Optional<String> profile = Optional.empty();

  @Option(
      names = "--smoke",
      negatable = true,
      description = {
        "call unchanged functions too, or with --no-smoke none; not said: those created or updated"
      })
  private Boolean smoke;

  @Option(
      names = "--output",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "lines for people, or one JSON object")
  private String output;

  DeployCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!output.equals("text") && !output.equals("json")) {
      throw new BadInput(spec, "--output %s must be text or json".formatted(Echo.of(output)));
    }
    Endpoint address = endpoint();
    String where = region();
    Optional<BucketName> bucketName = bucket();
    List<DeployableFunction> functions = functions();
    Credentials credentials = key();
    try (CloudClient client = new CloudClient(address, context.clock(), TIMEOUTS);
        CodeBucket through =
            bucketName
                .map(name -> CodeBucket.open(address, name, where, credentials, context.clock()))
                .orElse(null)) {
      ScfApi api = new ScfApi(client, credentials, where, context.sleeper());
      return deploy(new Deployer(api, Optional.ofNullable(through), dryRun), functions);
    }
  }

  private int deploy(Deployer deployer, List<DeployableFunction> functions) {
    DeployReport report =
        new DeployReport(dryRun, functions.stream().map(DeployableFunction::name).toList());
    boolean json = output.equals("json");
    Consumer<DeployedFunction> progress =
        json ? done -> {} : done -> context.out().println(report.line(done));
    Deployment deployment = deployer.deploy(functions, progress);
    List<SmokeResult> smokes = smokes(deployment, functions);
    if (json) {
      context.out().println(report.json(deployment, smokes));
    }
    report.remarks(deployment, smokes).forEach(context.err()::println);
    boolean failed = smokes.stream().anyMatch(one -> one.status() == SmokeStatus.FAILED);
    return failed || deployment.failure().isPresent() ? Main.FAILED : Main.OK;
  }

  private List<SmokeResult> smokes(Deployment deployment, List<DeployableFunction> functions) {
    return dryRun
        ? List.of()
        : SmokeResult.after(
            deployment, functions, Optional.ofNullable(smoke), new SmokeCall(context.sleeper()));
  }

  private Credentials key() {
    try {
      DeployKey key = DeployKey.find(context.environment(), profile);
      key.from().ifPresent(file -> context.err().println("note: the cloud key is from " + file));
      return key.credentials();
    } catch (IllegalArgumentException e) {
      throw new BadInput(spec, e.getMessage());
    }
  }

  private List<DeployableFunction> functions() {
    Template template = Template.read(file);
    refuse(template.mistakes());
    template.notes().forEach(note -> context.err().println("note: " + note.in(file.toString())));
    ResolvedTemplate resolved = template.resolve(context.environment());
    refuse(resolved.mistakes());
    return resolved.functions();
  }

  private void refuse(List<Mistake> mistakes) {
    if (!mistakes.isEmpty()) {
      List<String> lines = mistakes.stream().map(m -> m.in(file.toString())).toList();
      throw new BadInput(spec, String.join(System.lineSeparator(), lines));
    }
  }

  private Optional<BucketName> bucket() {
    String variable = context.environment().getOrDefault("BERTH_CODE_BUCKET", "").strip();
    String given = bucket != null ? bucket : variable;
    Optional<BucketName> name = BucketName.parse(given);
    if (name.isEmpty() && !(bucket == null && given.isEmpty())) {
      throw new BadInput(
          spec,
          "%s %s must be a bucket's whole name, as berth-code-1250000000"
              .formatted(bucket != null ? "--code-bucket" : "BERTH_CODE_BUCKET", Echo.of(given)));
    }
    return name;
  }

  private String region() {
    String given =
        region != null ? region : context.environment().getOrDefault("TENCENTCLOUD_REGION", "");
    if (!given.matches("[a-z]{2}(-[a-z0-9]+)+")) {
      throw new BadInput(
          spec,
          given.isEmpty()
              ? "region missing: give --region ap-guangzhou, or export TENCENTCLOUD_REGION"
              : "region %s must have the form ap-guangzhou".formatted(Echo.of(given)));
    }
    return given;
  }

  private Endpoint endpoint() {
    try {
      return Endpoint.parse(endpoint);
    } catch (IllegalArgumentException e) {
      throw new BadInput(spec, "--endpoint: " + e.getMessage());
    }
  }
}
