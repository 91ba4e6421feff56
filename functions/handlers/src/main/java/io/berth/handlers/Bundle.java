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
import io.berth.handlers.call.Action;
import io.berth.handlers.call.ApprovalRule;
import io.berth.handlers.call.Door;
import io.berth.handlers.call.Gate;
import io.berth.handlers.call.Plain;
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
   * @param example parameters that keep every rule, as JSON
   * @param client its way to the cloud
   * @param understudy what can be rehearsed with before the first call
   */
  record Function(
      FunctionName name,
      String example,
      RequestStreamHandler handler,
      CloudClient client,
      Understudy understudy) {}

  /**
   * The same function without credentials and for one caller who is made up.
   *
   * @param secret that caller's
   * @param approvalKeyId one of the keys that approvals are checked with, where somebody needs one
   */
  record Understudy(RequestStreamHandler handler, Secret secret, Optional<String> approvalKeyId) {}

  /**
   * The function of that name, or nothing when there is none.
   *
   * @throws IllegalArgumentException with a sentence when the environment is wrong
   */
  Optional<Function> function(String name) {
    return FunctionName.of(name).map(function -> function(function, action(function)));
  }

  /** The list of the functions: all that is a function's own is said here or in its action. */
  Action<?> action(FunctionName function) {
    return switch (function) {
      case TCR_CREATE_INSTANCE -> new RegistryCreator();
      case TCR_DESCRIBE_INSTANCES ->
          new Plain<>(
              function,
              "list registries",
              "{\"Region\":\"ap-guangzhou\"}",
              DescribeInstances::from);
      case TCR_CREATE_NAMESPACE -> new NamespaceCreator();
      case TCR_DESCRIBE_NAMESPACES ->
          new Plain<>(
              function,
              "list namespaces",
              "{\"Region\":\"ap-guangzhou\",\"RegistryId\":\"tcr-1i7kqadw\"}",
              DescribeNamespaces::from);
      case TAT_CREATE_REGISTER_CODE -> new RegisterCodeCreator(random);
      case TAT_DESCRIBE_REGISTER_CODES ->
          new Plain<>(
              function,
              "list register codes",
              "{\"Region\":\"ap-guangzhou\"}",
              DescribeRegisterCodes::from);
      case TAT_DISABLE_REGISTER_CODES ->
          new Plain<>(
              function,
              "disable register codes",
              "{\"Region\":\"ap-guangzhou\",\"RegisterCodeIds\":[\"warm-up\"]}",
              DisableRegisterCodes::from);
    };
  }

  private Function function(FunctionName name, Action<?> action) {
    Config config = Config.from(environment, name);
    CloudClient client = new CloudClient(config.endpoint(), clock, Timeouts.DEFAULT);
    Door.Cloud cloud = new Door.Cloud(client, credentials, onStaleKeys);
    return new Function(
        name,
        action.example(),
        handler(action, config.gate(), cloud),
        client,
        understudy(action, config.gate(), client));
  }

  private Understudy understudy(Action<?> action, Gate gate, CloudClient client) {
    Secret secret = WebhookKey.generate(random);
    Callers callers = Callers.parse("rehearsal:" + secret.reveal() + ":*");
    // An Ed25519 signature is dear: it is rehearsed where real calls will bring one.
    boolean asked = gate.approvals().asksAnybody();
    Gate own = new Gate(callers, new ApprovalRule(asked, Set.of()), gate.approvalKeys());
    CredentialChain none = new CredentialChain(any -> Optional.empty(), any -> Optional.empty());
    Door.Cloud cloud = new Door.Cloud(client, none, () -> {});
    Optional<String> keyId = own.approvalKeys().keySet().stream().filter(id -> asked).findFirst();
    return new Understudy(handler(action, own, cloud), secret, keyId);
  }

  private RequestStreamHandler handler(Action<?> action, Gate gate, Door.Cloud cloud) {
    return new HttpEventHandler(new Door<>(action, gate, cloud, clock));
  }
}
