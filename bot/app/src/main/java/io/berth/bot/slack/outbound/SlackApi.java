// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.outbound;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import io.berth.bot.request.Standing;
import io.berth.bot.slack.cards.Blocks;
import io.berth.bot.slack.cards.Message;
import io.berth.contract.text.Json;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The few methods of Slack's Web API that Berth calls, each of them once, with every outcome as a
 * value.
 */
public final class SlackApi {
  static final String EVENT_TYPE = "berth_request";

  private final MethodsClient methods;

  public SlackApi(Slack slack, Secret botToken) {
    this.methods = slack.methods(botToken.reveal());
  }

  private interface Method<T> {
    T call() throws IOException, SlackApiException;
  }

  /**
   * {@code chat.postMessage}; {@code marks} becomes the message's metadata, by which {@link #find}
   * finds it again.
   */
  public Sent post(String channel, Message message, Map<String, Object> marks) {
    Map<String, Object> metadata = Blocks.object("event_type", EVENT_TYPE, "event_payload", marks);
    return sent(
        () ->
            methods.chatPostMessage(
                r ->
                    r.channel(channel)
                        .text(message.text())
                        .blocksAsString(Json.write(message.blocks()))
                        .metadataAsString(Json.write(metadata))
                        .parse("none")
                        .linkNames(false)
                        .unfurlLinks(false)
                        .unfurlMedia(false)),
        (ChatPostMessageResponse done) -> new Sent.Done(done.getChannel(), done.getTs()));
  }

  /** {@code chat.update}. */
  public Sent update(String channel, String ts, Message message) {
    return sent(
        () ->
            methods.chatUpdate(
                r ->
                    r.channel(channel)
                        .ts(ts)
                        .text(message.text())
                        .blocksAsString(Json.write(message.blocks()))
                        .parse("none")
                        .linkNames(false)),
        (ChatUpdateResponse done) -> new Sent.Done(done.getChannel(), done.getTs()));
  }

  /** {@code chat.postEphemeral}: {@code text} is mrkdwn, so the caller has escaped it. */
  public Sent whisper(String channel, String user, String text) {
    return sent(
        () ->
            methods.chatPostEphemeral(
                r -> r.channel(channel).user(user).text(text).parse("none").linkNames(false)),
        done -> new Sent.Done(channel, ""));
  }

  /** {@code views.open}; the trigger is good once and for three seconds. */
  public Sent open(String triggerId, Map<String, Object> view) {
    return sent(
        () -> methods.viewsOpen(r -> r.triggerId(triggerId).viewAsString(Json.write(view))),
        done -> new Sent.Done("", ""));
  }

  /** {@code conversations.open}: the channel of the direct messages with this person. */
  public Sent directMessages(String user) {
    return sent(
        () -> methods.conversationsOpen(r -> r.users(List.of(user))),
        (ConversationsOpenResponse done) -> new Sent.Done(done.getChannel().getId(), ""));
  }

  /** {@code auth.test}: whether the token is good. */
  public Sent authenticate() {
    return sent(() -> methods.authTest(r -> r), done -> new Sent.Done("", ""));
  }

  /**
   * {@code conversations.history}: a message of ours with exactly these marks; {@code Done} with an
   * empty ts when there is none.
   */
  public Sent find(String channel, Instant since, Map<String, Object> marks) {
    return sent(
        () ->
            methods.conversationsHistory(
                r ->
                    r.channel(channel)
                        .oldest(since.getEpochSecond() + ".000000")
                        .includeAllMetadata(true)
                        .limit(200)),
        (ConversationsHistoryResponse done) -> new Sent.Done(channel, marked(done, marks)));
  }

  private static String marked(ConversationsHistoryResponse history, Map<String, Object> marks) {
    return history.getMessages().stream()
        .filter(message -> message.getMetadata() != null)
        .filter(message -> EVENT_TYPE.equals(message.getMetadata().getEventType()))
        .filter(message -> marks.equals(message.getMetadata().getEventPayload()))
        .map(com.slack.api.model.Message::getTs)
        .min(String::compareTo)
        .orElse("");
  }

  /** {@code users.info}: what this person is; unknown when Slack did not say. */
  Standing standing(String user) {
    try {
      UsersInfoResponse answer = methods.usersInfo(r -> r.user(user));
      return answer.isOk() ? standing(answer.getUser()) : Standing.UNKNOWN;
    } catch (IOException | SlackApiException | JsonParseException e) {
      return Standing.UNKNOWN;
    }
  }

  private static Standing standing(User user) {
    if (user.isDeleted()) {
      return Standing.DEACTIVATED;
    } else if (user.isBot()) {
      return Standing.PROGRAM;
    }
    boolean guest = user.isRestricted() || user.isUltraRestricted() || user.isStranger();
    return guest ? Standing.GUEST : Standing.MEMBER;
  }

  private static <T extends SlackApiTextResponse> Sent sent(
      Method<T> method, Function<T, Sent> done) {
    try {
      T answer = method.call();
      if (answer.isOk()) {
        return done.apply(answer);
      }
      return refused(Objects.requireNonNullElse(answer.getError(), "unknown_error"));
    } catch (SlackApiException e) {
      return SlackClients.failed(e);
    } catch (IOException e) {
      return new Sent.Unclear(e.getClass().getSimpleName());
    } catch (JsonParseException e) {
      return new Sent.Unclear("an answer that is not Slack's JSON");
    }
  }

  /** Two of Slack's words mean "perhaps", one means "slower". */
  private static Sent refused(String error) {
    return switch (error) {
      case "ratelimited", "rate_limited" -> new Sent.Later(Duration.ofSeconds(1));
      case "internal_error", "fatal_error", "service_unavailable", "request_timeout" ->
          new Sent.Unclear(error);
      default -> new Sent.Refused(error);
    };
  }
}
