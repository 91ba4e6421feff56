// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.berth.cloud.CloudClient;
import io.berth.cloud.CredentialChain;
import io.berth.cloud.Timeouts;
import io.berth.contract.DescribeInstances;
import io.berth.contract.DescribeRegisterCodes;
import io.berth.contract.DisableRegisterCodes;
import io.berth.contract.FunctionName;
import io.berth.handlers.call.Action;
import io.berth.handlers.call.Door;
import io.berth.handlers.call.Plain;
import io.berth.handlers.tat.CreateCode;
import io.berth.handlers.tcr.CreateRegistry;
import io.berth.runtime.HttpEventHandler;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The five functions by name, and what each is made of. Only the one that is asked for is made. */
final class Bundle {
  private final Map<String, String> environment;
  private final CredentialChain credentials;
  private final Clock clock;
  private final Runnable onStaleKeys;
  private final Map<FunctionName, Supplier<Action<?>>> actions;

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
    this.onStaleKeys = onStaleKeys;
    this.actions =
        Map.of(
            FunctionName.TCR_CREATE_INSTANCE,
            CreateRegistry::new,
            FunctionName.TCR_DESCRIBE_INSTANCES,
            () -> new Plain<>(FunctionName.TCR_DESCRIBE_INSTANCES, DescribeInstances::from),
            FunctionName.TAT_CREATE_REGISTER_CODE,
            () -> new CreateCode(random),
            FunctionName.TAT_DESCRIBE_REGISTER_CODES,
            () ->
                new Plain<>(FunctionName.TAT_DESCRIBE_REGISTER_CODES, DescribeRegisterCodes::from),
            FunctionName.TAT_DISABLE_REGISTER_CODES,
            () -> new Plain<>(FunctionName.TAT_DISABLE_REGISTER_CODES, DisableRegisterCodes::from));
  }

  /**
   * The handler of that name, or nothing when it is none of the five.
   *
   * @throws IllegalArgumentException with a sentence when the environment is wrong
   */
  Optional<RequestStreamHandler> handler(String name) {
    return FunctionName.of(name).map(function -> handler(function, action(function)));
  }

  Action<?> action(FunctionName function) {
    return actions.get(function).get();
  }

  private RequestStreamHandler handler(FunctionName function, Action<?> action) {
    Config config = Config.from(environment, function);
    CloudClient client = new CloudClient(config.endpoint(), clock, Timeouts.DEFAULT);
    Door.Cloud cloud = new Door.Cloud(client, credentials, onStaleKeys);
    return new HttpEventHandler(new Door<>(action, config.gate(), cloud, clock));
  }
}
