// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.pipeline;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.berth.cloud.CloudClient;
import io.berth.cloud.CredentialChain;
import io.berth.cloud.Credentials;
import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import io.berth.contract.RequestMark;
import io.berth.contract.RequestRule;
import io.berth.contract.Violation;
import io.berth.contract.auth.ApprovalVerifier;
import io.berth.contract.auth.CallHeaders;
import io.berth.contract.auth.WebhookVerifier;
import io.berth.contract.auth.WebhookVerifier.Verified;
import io.berth.contract.text.Json;
import io.berth.contract.text.MalformedJson;
import io.berth.runtime.FunctionContext;
import io.berth.runtime.HttpCall;
import io.berth.runtime.HttpFunction;
import io.berth.runtime.HttpReply;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The way into every function, in this order: shape of the call, signature and freshness, may this
 * caller call this function, approval, JSON, parameters, time and credentials, then the function's
 * own work. The clock is read once; that reading judges the freshness and signs what is created.
 *
 * @param <X> the function's parameters
 */
public final class CallPipeline<X extends ApiRequest> implements HttpFunction {
  /** After these the keys of the environment are of no use any more. */
  private static final Set<String> STALE =
      Set.of("AuthFailure.TokenFailure", "AuthFailure.SecretIdNotFound");

  private static final int REMEMBERED = 1_000;

  private final Action<X> action;
  private final AccessRules rules;
  private final CloudAccess cloud;
  private final Clock clock;
  private final Replays replays = new Replays(REMEMBERED);
  private final AtomicBoolean cold = new AtomicBoolean(true);

  /**
   * How the cloud is reached.
   *
   * @param onStaleKeys called when the cloud no longer knows the keys, so that the instance can end
   *     and a new one gets new keys
   */
  public record CloudAccess(
      CloudClient client, CredentialChain credentials, Runnable onStaleKeys) {}

  public CallPipeline(Action<X> action, AccessRules rules, CloudAccess cloud, Clock clock) {
    this.action = action;
    this.rules = rules;
    this.cloud = cloud;
    this.clock = clock;
  }

  @Override
  public int maxBodyBytes() {
    return CallShape.MAX_BODY;
  }

  @Override
  public HttpReply handle(HttpCall call, Context context) {
    Instant now = clock.instant();
    CallLine line = new CallLine(action.function(), call, now, cold.getAndSet(false));
    FunctionAnswer answer = answer(call, context, now, line);
    LogLevel level = answer.status() == 504 ? LogLevel.ERROR : LogLevel.INFO;
    context.getLogger().log(line.finished(answer, clock.instant()), level);
    if (STALE.contains(answer.code())) {
      cloud.onStaleKeys().run();
    }
    return answer.toReply();
  }

  private FunctionAnswer answer(HttpCall call, Context context, Instant now, CallLine line) {
    try {
      return CallShape.refusal(call, action.function())
          .orElseGet(() -> new Verification(call, context, now, line).verify());
    } catch (RuntimeException failure) {
      line.failure(failure);
      return FunctionAnswer.unknown(
          "internal", "the function failed; its log has the reason", call.requestId());
    }
  }

  /** One call on its way through the checks. */
  private final class Verification {
    private final FunctionName function = action.function();
    private final HttpCall call;
    private final Context context;
    private final Instant now;
    private final CallLine line;

    Verification(HttpCall call, Context context, Instant now, CallLine line) {
      this.call = call;
      this.context = context;
      this.now = now;
      this.line = line;
    }

    FunctionAnswer verify() {
      return new WebhookVerifier(rules.callers(), Clock.fixed(now, ZoneOffset.UTC))
          .verify(call.headers().asMap(), call.body())
          .fold(
              this::admit,
              rejected -> {
                line.put("reason", rejected.reason());
                return refused(401, "unauthenticated", "the call's signature is not accepted");
              });
    }

    private FunctionAnswer admit(Verified.Accepted accepted) {
      String caller = accepted.caller().name();
      line.put("caller", caller);
      line.put("webhook_id", accepted.webhookId());
      // Tells when nobody uses the old secret of a rotation any more.
      line.put("secret", "" + (1 + accepted.caller().secrets().indexOf(accepted.key())));
      return accepted.caller().mayCall(function)
          ? authorize(accepted, read())
          : refused(403, "caller_not_allowed", "caller " + caller + " may not " + action.verb());
    }

    private FunctionAnswer authorize(Verified.Accepted accepted, Checked<X> read) {
      Optional<String> jws =
          call.headers().first(CallHeaders.APPROVAL).filter(unused -> function.creates());
      if (jws.isPresent()) {
        return approved(accepted, jws.get(), read);
      }
      String caller = accepted.caller().name();
      if (function.creates() && rules.approvals().asks(caller)) {
        return refused(
            403,
            "approval_missing",
            "approval missing: caller " + caller + " must carry one in " + CallHeaders.APPROVAL);
      }
      RequestMark mark = new RequestMark(RequestMark.requestIdOf(caller, accepted.webhookId()), 1);
      return valid(read, accepted, mark, false);
    }

    /** Parameters that break a rule have no hash, so no approval fits them. */
    private FunctionAnswer approved(Verified.Accepted accepted, String jws, Checked<X> read) {
      String hash = read.fold(valid -> valid.value().sha256(), invalid -> "");
      return new ApprovalVerifier(rules.approvalKeys(), Clock.fixed(now, ZoneOffset.UTC))
          .verify(jws, function, hash, accepted.webhookId())
          .fold(
              fits ->
                  valid(
                      read,
                      accepted,
                      new RequestMark(fits.approval().requestId(), fits.attempt()),
                      true),
              unfit -> refused(403, "approval_unfit", "the approval is " + unfit.word()));
    }

    private Checked<X> read() {
      try {
        return action.read(Json.readObject(call.body()));
      } catch (MalformedJson e) {
        Map<String, String> problem = Map.of("problem", e.getMessage());
        return new Checked.Invalid<>(
            List.of(new Violation("", RequestRule.JSON, "malformed_json", problem)));
      }
    }

    private FunctionAnswer valid(
        Checked<X> read, Verified.Accepted accepted, RequestMark mark, boolean approved) {
      line.put("request", mark.requestId() + "#" + mark.attempt());
      Principal principal =
          new Principal(accepted.caller().name(), accepted.key(), mark, approved, call.requestId());
      return read.fold(
          valid -> begin(valid.value(), principal, accepted.webhookId()),
          invalid -> refused(400, invalid.violations().get(0).code(), invalid.sentences()));
    }

    private FunctionAnswer begin(X request, Principal principal, String webhookId) {
      Optional<TimeLeft> time = TimeLeft.of(call, context);
      if (time.isEmpty()) {
        return refused(
            400, "bad_request", CallHeaders.DEADLINE + " must be milliseconds since 1970");
      }
      if (!time.get().isEnough(now)) {
        return refused(503, "not_enough_time", "not enough time left; nothing was done");
      }
      return cloud
          .credentials()
          .find(FunctionContext.platformHeaders(context)::first)
          .map(keys -> perform(request, principal, webhookId, role(keys, time.get())))
          .orElseGet(() -> refused(503, "credentials_missing", cloud.credentials().missing()));
    }

    private RoleCloud role(Credentials keys, TimeLeft time) {
      return new RoleCloud(cloud.client(), keys, action.calls(), clock, now, time);
    }

    private FunctionAnswer perform(
        X request, Principal principal, String webhookId, RoleCloud role) {
      String key = principal.caller() + " " + webhookId;
      return function.creates()
          ? replays.once(
              key,
              request.sha256(),
              now,
              call.requestId(),
              () -> action.perform(request, principal, role))
          : action.perform(request, principal, role);
    }

    private FunctionAnswer refused(int status, String code, String message) {
      return FunctionAnswer.refused(status, code, message, call.requestId());
    }
  }
}
