// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.pipeline;

import io.berth.cloud.Call;
import io.berth.cloud.CloudClient;
import io.berth.cloud.CloudReply;
import io.berth.cloud.Credentials;
import io.berth.contract.ApiRequest;
import io.berth.contract.FunctionName;
import io.berth.contract.text.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The cloud as one function's role may see it, for the length of one call. */
public final class RoleCloud {
  private final CloudClient client;
  private final Credentials credentials;
  private final Set<FunctionName> allowed;
  private final Clock clock;
  private final Instant reading;
  private final TimeLeft time;

  /**
   * @param reading the moment at which the call was found fresh and in time
   */
  RoleCloud(
      CloudClient client,
      Credentials credentials,
      Set<FunctionName> allowed,
      Clock clock,
      Instant reading,
      TimeLeft time) {
    this.client = client;
    this.credentials = credentials;
    this.allowed = allowed;
    this.clock = clock;
    this.reading = reading;
    this.time = time;
  }

  /**
   * Calls once. What creates is signed with the reading of the clock that the freshness of the call
   * was judged by, so that the cloud's own window of 300 s ends it; everything else with the
   * present moment.
   *
   * @throws IllegalStateException when the function does not declare the action: its role would
   *     lack the right
   */
  public CloudReply call(ApiRequest request) {
    FunctionName action = request.function();
    if (!allowed.contains(action)) {
      throw new IllegalStateException("the function does not declare " + action.action());
    }
    Instant now = clock.instant();
    Duration limit = time.forTheCloud(now);
    if (limit.isNegative() || limit.isZero()) {
      return new CloudReply.Lost("no time is left", false);
    }
    Call call =
        new Call(
            action.product().serviceName(),
            action.product().version(),
            action.action(),
            Optional.of(request.region()),
            Json.writeBytes(request.parameters()),
            credentials);
    return client.call(call, action.creates() ? reading : now, limit);
  }
}
