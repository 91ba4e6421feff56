// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.berth.cloud.CloudClient;
import io.berth.cloud.CredentialChain;
import io.berth.cloud.Timeouts;
import io.berth.contract.FunctionName;
import io.berth.contract.auth.Callers;
import io.berth.contract.auth.WebhookKey;
import io.berth.contract.tat.DescribeRegisterCodes;
import io.berth.contract.tat.DisableRegisterCodes;
import io.berth.contract.tcr.DescribeInstances;
import io.berth.contract.tcr.DescribeNamespaces;
import io.berth.contract.text.Secret;
import io.berth.handlers.pipeline.AccessRules;
import io.berth.handlers.pipeline.Action;
import io.berth.handlers.pipeline.ApprovalRule;
import io.berth.handlers.pipeline.CallPipeline;
import io.berth.handlers.pipeline.PassThrough;
import io.berth.handlers.tat.RegisterCodeCreator;
import io.berth.handlers.tcr.NamespaceCreator;
import io.berth.handlers.tcr.RegistryCreator;
import io.berth.runtime.HttpEventHandler;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions by name, and what each is made of. Only the one that is asked for is made. */
final class Bundle {
  private final Map<String, String> environment;
  private final CredentialChain credentials;
  private final Clock clock;
  private final SecureRandom random;
  private final Runnable onStaleKeys;

  Bundle(
      Map<String, String> environment,
      CredentialChain.Source properties,
      Clock clock,
      SecureRandom random,
      Runnable onStaleKeys) {
    this.environment = environment;
    this.credentials =
        new CredentialChain(properties, name -> Optional.ofNullable(environment.get(name)));
    this.clock = clock;
    this.random = random;
    this.onStaleKeys = onStaleKeys;
  }

  /**
   * One function, wired.
   *
   * @param client its way to the cloud
   * @param warmUpTarget what can be warmed up with before the first call
   */
  record WiredFunction(
      FunctionName name,
      RequestStreamHandler handler,
      CloudClient client,
      WarmUpTarget warmUpTarget) {}

  /**
   * The same function without credentials and for one caller who is made up.
   *
   * @param secret that caller's
   * @param approvalKeyId one of the keys that approvals are checked with, where somebody needs one
   */
  record WarmUpTarget(
      RequestStreamHandler handler, Secret secret, Optional<String> approvalKeyId) {}

  /**
   * The function of that name, or nothing when there is none.
   *
   * @throws IllegalArgumentException with a sentence when the environment is wrong
   */
  Optional<WiredFunction> function(String name) {
    return FunctionName.of(name).map(function -> function(function, action(function)));
  }

  /** The list of the functions: all that is a function's own is said here or in its action. */
  Action<?> action(FunctionName function) {
    return switch (function) {
      case TCR_CREATE_INSTANCE -> new RegistryCreator();
      case TCR_DESCRIBE_INSTANCES ->
          new PassThrough<>(function, "list registries", DescribeInstances::from);
      case TCR_CREATE_NAMESPACE -> new NamespaceCreator();
      case TCR_DESCRIBE_NAMESPACES ->
          new PassThrough<>(function, "list namespaces", DescribeNamespaces::from);
      case TAT_CREATE_REGISTER_CODE -> new RegisterCodeCreator(random);
      case TAT_DESCRIBE_REGISTER_CODES ->
          new PassThrough<>(function, "list register codes", DescribeRegisterCodes::from);
      case TAT_DISABLE_REGISTER_CODES ->
          new PassThrough<>(function, "disable register codes", DisableRegisterCodes::from);
    };
  }

  private WiredFunction function(FunctionName name, Action<?> action) {
    Config config = Config.from(environment, name);
    CloudClient client = new CloudClient(config.endpoint(), clock, Timeouts.DEFAULT);
    CallPipeline.CloudAccess cloud = new CallPipeline.CloudAccess(client, credentials, onStaleKeys);
    return new WiredFunction(
        name,
        handler(action, config.rules(), cloud),
        client,
        warmUpTarget(action, config.rules(), client));
  }

  private WarmUpTarget warmUpTarget(Action<?> action, AccessRules rules, CloudClient client) {
    Secret secret = WebhookKey.generate(random);
    Callers callers = Callers.parse("warm-up:" + secret.reveal() + ":*");
    // An Ed25519 signature is dear: it is warmed up where real calls will bring one.
    boolean asked = rules.approvals().asksAnybody();
    AccessRules own =
        new AccessRules(callers, new ApprovalRule(asked, Set.of()), rules.approvalKeys());
    CredentialChain none = new CredentialChain(any -> Optional.empty(), any -> Optional.empty());
    CallPipeline.CloudAccess cloud = new CallPipeline.CloudAccess(client, none, () -> {});
    Optional<String> keyId = own.approvalKeys().keySet().stream().filter(id -> asked).findFirst();
    return new WarmUpTarget(handler(action, own, cloud), secret, keyId);
  }

  private RequestStreamHandler handler(
      Action<?> action, AccessRules rules, CallPipeline.CloudAccess cloud) {
    return new HttpEventHandler(new CallPipeline<>(action, rules, cloud, clock));
  }
}
