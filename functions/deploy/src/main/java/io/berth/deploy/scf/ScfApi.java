// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

import io.berth.cloud.Call;
import io.berth.cloud.CloudClient;
import io.berth.cloud.CloudReply;
import io.berth.cloud.Credentials;
import io.berth.contract.text.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls SCF's management API (SCF, version 2018-04-16) in one region with one key. It asks again
 * only where that cannot do anything twice: after a read, and after a refusal that says "busy".
 */
public final class ScfApi {
  private static final int TRIES = 5;
  private static final long RETRY_MILLIS = 1000;

  /** The function is in a change; each of these goes away by itself. */
  private static final List<String> BUSY =
      List.of(
          "FailedOperation.FunctionStatusError",
          "FailedOperation.UpdateFunctionCode",
          "FailedOperation.UpdateFunctionConfiguration",
          "FailedOperation.CreateTrigger",
          "FailedOperation.OperationConflict",
          "RequestLimitExceeded");

  private final CloudClient client;
  private final Credentials credentials;
  private final String region;
  private final Sleeper sleeper;

  /**
   * @param client stays open; whoever made it closes it
   * @param region e.g. {@code ap-guangzhou}
   */
  public ScfApi(CloudClient client, Credentials credentials, String region, Sleeper sleeper) {
    this.client = client;
    this.credentials = credentials;
    this.region = region;
    this.sleeper = sleeper;
  }

  /** What a read answers, or nothing when SCF says that the function is not there. */
  Optional<Map<String, Object>> find(String action, Map<String, Object> parameters)
      throws DeployStopped {
    CloudReply reply = repeat(action, parameters, true);
    if (reply instanceof CloudReply.Refused refused
        && refused.code().startsWith("ResourceNotFound.Function")) {
      return Optional.empty();
    }
    return Optional.of(accepted(action, reply));
  }

  /** What a read answers. */
  Map<String, Object> read(String action, Map<String, Object> parameters) throws DeployStopped {
    return accepted(action, repeat(action, parameters, true));
  }

  /** Changes something: sent again only when it was refused as busy or never left this machine. */
  void change(String action, Map<String, Object> parameters) throws DeployStopped {
    accepted(action, repeat(action, parameters, false));
  }

  /** Waits; being asked to end stops the deploy. */
  void pause(long millis) throws DeployStopped {
    try {
      sleeper.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeployStopped("interrupted; deploy again, it goes on where it stopped");
    }
  }

  private CloudReply repeat(String action, Map<String, Object> parameters, boolean safe)
      throws DeployStopped {
    Call call = call(action, parameters);
    CloudReply reply = client.call(call);
    for (int i = 1; i < TRIES && mayGoAgain(reply, safe); i++) {
      pause(RETRY_MILLIS);
      reply = client.call(call);
    }
    return reply;
  }

  private Call call(String action, Map<String, Object> parameters) {
    byte[] body = Json.writeBytes(parameters);
    return new Call("scf", "2018-04-16", action, Optional.of(region), body, credentials);
  }

  private static boolean mayGoAgain(CloudReply reply, boolean safe) {
    return reply.fold(
        accepted -> false,
        refused -> BUSY.contains(refused.code()),
        // An address where nobody listens stays so: one sentence at once helps more than a wait.
        lost -> safe && lost.sent(),
        malformed -> safe);
  }

  private static Map<String, Object> accepted(String action, CloudReply reply)
      throws DeployStopped {
    if (reply instanceof CloudReply.Accepted accepted) {
      return accepted.response();
    }
    throw new DeployStopped(
        reply.fold(
            accepted -> "",
            refused -> sentence(action, refused),
            lost -> sentence(action, lost),
            malformed ->
                "%s got an answer that is not SCF's: %s; check --endpoint and any proxy"
                    .formatted(action, malformed.why())));
  }

  private static String sentence(String action, CloudReply.Lost lost) {
    String way =
        lost.sent()
            ? "deploy again, it goes on where it stopped"
            : "check the network and --endpoint";
    return "%s got no answer: %s; %s".formatted(action, lost.why(), way);
  }

  private static String sentence(String action, CloudReply.Refused refused) {
    return "%s was refused: %s, %s (request id %s); %s"
        .formatted(
            action,
            refused.code(),
            refused.message().replaceAll("\\p{Cntrl}+", " ").strip(),
            refused.requestId(),
            ScfAdvice.of(refused.code()));
  }
}
