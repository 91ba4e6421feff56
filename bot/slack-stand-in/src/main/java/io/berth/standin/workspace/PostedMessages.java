// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Every message there is, in the order of their ts. Ephemeral ones live beside the others. */
public final class PostedMessages {
  private final Workspace workspace;
  private final TreeMap<String, PostedMessage> byTs = new TreeMap<>();
  private int ephemeralToLose;

  PostedMessages(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Adds a message.
   *
   * @param onlyFor the one user who sees it, for ephemeral messages
   * @throws SlackError {@code thread_not_found} when the parent is not there
   */
  public PostedMessage post(
      Channel channel,
      String author,
      MessageContent content,
      Optional<String> threadTs,
      Optional<String> onlyFor)
      throws SlackError {
    synchronized (workspace) {
      if (threadTs.isPresent() && find(channel.id(), threadTs.get()).isEmpty()) {
        throw new SlackError("thread_not_found");
      }
      String ts = workspace.nextTs();
      PostedMessage message =
          new PostedMessage(
              channel.id(),
              ts,
              threadTs.map(this::root),
              author,
              content,
              onlyFor,
              Optional.empty(),
              List.of(),
              workspace.changed());
      return lost(onlyFor) ? message : keep(message);
    }
  }

  /** Replaces what a message says; nothing when it is gone. */
  public Optional<PostedMessage> change(String channel, String ts, MessageContent content) {
    synchronized (workspace) {
      Optional<PostedMessage> found = find(channel, ts);
      return found.map(
          message -> keep(message.changed(content, workspace.nextTs(), workspace.changed())));
    }
  }

  /** Takes a message away; its replies stay, as in Slack. */
  public boolean delete(String channel, String ts) {
    synchronized (workspace) {
      if (find(channel, ts).isEmpty()) {
        return false;
      }
      byTs.remove(ts);
      workspace.changed();
      return true;
    }
  }

  /** The message with this ts in this channel. */
  public Optional<PostedMessage> find(String channel, String ts) {
    synchronized (workspace) {
      return Optional.ofNullable(byTs.get(ts)).filter(one -> one.channel().equals(channel));
    }
  }

  /** All that match, oldest first. */
  public List<PostedMessage> all(Predicate<PostedMessage> wanted) {
    synchronized (workspace) {
      return byTs.values().stream().filter(wanted).toList();
    }
  }

  /** What this user may read: no ephemeral ones of others, no direct messages of others. */
  public List<PostedMessage> visibleTo(String userId) {
    return all(
        one ->
            one.visibleTo(userId)
                && Directory.channelById(one.channel()).orElseThrow().visibleTo(userId));
  }

  /** Forgets the ephemeral messages of a user, as a reload does in Slack; tells how many. */
  public int forgetEphemeral(String userId, Optional<String> onlyTs) {
    synchronized (workspace) {
      List<String> gone = new ArrayList<>();
      byTs.values().stream()
          .filter(one -> one.onlyFor().equals(Optional.of(userId)))
          .filter(one -> onlyTs.map(one.ts()::equals).orElse(true))
          .forEach(one -> gone.add(one.ts()));
      gone.forEach(byTs::remove);
      workspace.changed();
      return gone.size();
    }
  }

  /** Lets the next so many ephemeral messages never arrive: Slack does not guarantee them. */
  public void loseEphemeral(int count) {
    synchronized (workspace) {
      ephemeralToLose = count;
    }
  }

  private boolean lost(Optional<String> onlyFor) {
    if (onlyFor.isEmpty() || ephemeralToLose == 0) {
      return false;
    }
    ephemeralToLose--;
    return true;
  }

  private PostedMessage keep(PostedMessage message) {
    byTs.put(message.ts(), message);
    return message;
  }

  private String root(String parent) {
    return Optional.ofNullable(byTs.get(parent)).flatMap(PostedMessage::threadTs).orElse(parent);
  }
}
