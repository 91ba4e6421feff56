// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.berth.contract.FunctionName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The way in on AWS Lambda, where the platform's own loop makes one object of the class that the
 * function's handler names: {@code io.berth.handlers.Lambda::handleRequest}. Like {@link Main} it
 * reads the environment.
 *
 * <p>{@code _HANDLER} is taken there, so {@code BERTH_FUNCTION} says which of the functions it is;
 * without it, the Lambda function's own name does.
 */
public final class Lambda implements RequestStreamHandler {
  private final RequestStreamHandler function;

  /**
   * Makes the function.
   *
   * @throws IllegalArgumentException with a sentence when the environment is wrong; the platform
   *     reports it as an init error
   */
  public Lambda() {
    this(System.getenv());
  }

  Lambda(Map<String, String> environment) {
    String name =
        environment.getOrDefault(
            "BERTH_FUNCTION", environment.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", ""));
    this.function =
        new Bundle(
                environment,
                property -> Optional.ofNullable(System.getProperty(property)),
                Clock.systemUTC(),
                new SecureRandom(),
                // The keys were configured, no role renews them: a new instance has the same.
                () -> {})
            .function(name)
            .map(Bundle.WiredFunction::handler)
            .orElseThrow(() -> new IllegalArgumentException(notOneOfOurs(name)));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    function.handleRequest(input, output, context);
  }

  private static String notOneOfOurs(String name) {
    return "no function is named '"
        + name
        + "'; set BERTH_FUNCTION to one, such as "
        + FunctionName.TCR_CREATE_INSTANCE.wireName();
  }
}
