// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What SCF says about one call, as aws-lambda-java-core's {@link Context}. What SCF does not know
 * (ARN, log group and stream, identity, client context) is {@code null}, as that interface has it.
 */
public final class FunctionContext implements Context {
  private final Identity identity;
  private final Clock clock;
  private final long deadlineMillis;
  private final LambdaLogger logger;
  private final Headers platform;

  /** The parts that are plain values. */
  record Identity(String requestId, String function, String version, int memoryMb) {}

  FunctionContext(
      Identity identity, Clock clock, long limitMillis, LambdaLogger logger, Headers platform) {
    this.identity = identity;
    this.clock = clock;
    this.deadlineMillis = clock.millis() + limitMillis;
    this.logger = logger;
    this.platform = platform;
  }

  /**
   * The headers that the platform itself put on the request of this call, such as {@code
   * x-scf-secret-id} on port 9000; none with any other context. Never log them.
   */
  public static Headers platformHeaders(Context context) {
    return context instanceof FunctionContext ours ? ours.platform : Headers.NONE;
  }

  @Override
  public String getAwsRequestId() {
    return identity.requestId();
  }

  @Override
  public String getFunctionName() {
    return identity.function();
  }

  @Override
  public String getFunctionVersion() {
    return identity.version();
  }

  @Override
  public int getMemoryLimitInMB() {
    return identity.memoryMb();
  }

  /** Counted from the moment the event arrived here, because SCF gives a duration, no deadline. */
  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, deadlineMillis - clock.millis()));
  }

  @Override
  public LambdaLogger getLogger() {
    return logger;
  }

  @Override
  public @Nullable String getLogGroupName() {
    return null;
  }

  @Override
  public @Nullable String getLogStreamName() {
    return null;
  }

  @Override
  public @Nullable String getInvokedFunctionArn() {
    return null;
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }
}
