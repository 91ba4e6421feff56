// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who and what there is: six people, the bot, two channels, one conversation per person. */
public final class Directory {
  private static final List<Member> PEOPLE =
      List.of(
          member("alice", "Alice Moreau", "Developer, team payments", false),
          member("amir", "Amir Haddad", "Developer, team payments", false),
          member("bob", "Bob Lindqvist", "Approver, platform", false),
          member("carol", "Carol Reyes", "Approver, platform", false),
          member("dave", "Dave Okafor", "Guest", true),
          member("erin", "Erin Walsh", "No team yet", false));
  private static final Member BOT =
      new Member(
          Installation.BOT_USER_ID,
          "berth",
          "Berth",
          "Ships and berths for your team",
          false,
          true);
  private static final List<Channel> CHANNELS =
      Stream.concat(
              Stream.of(
                  channel(
                      "C0REQUESTS",
                      "requests",
                      "Ask for registries, namespaces and register codes"),
                  channel("C0APPROVALS", "approvals", "Requests waiting for a yes")),
              PEOPLE.stream().map(Directory::direct))
          .toList();

  private Directory() {}

  /** Everybody but the bot. */
  public static List<Member> people() {
    return PEOPLE;
  }

  /** Everybody and the bot. */
  public static List<Member> members() {
    return Stream.concat(PEOPLE.stream(), Stream.of(BOT)).toList();
  }

  /** Public channels first, then the direct messages. */
  public static List<Channel> channels() {
    return CHANNELS;
  }

  /** The members of the user group {@code S0APPROVERS}. */
  public static List<String> approvers() {
    return List.of("U0BOB", "U0CAROL");
  }

  /** A person by name ({@code alice}, {@code @alice}) or id. */
  public static Optional<Member> member(String given) {
    String wanted = given.startsWith("@") ? given.substring(1) : given;
    return members().stream()
        .filter(one -> one.id().equals(wanted) || one.name().equals(lower(wanted)))
        .findFirst();
  }

  /** A channel by its id alone, as the Web API wants it; a user id means the direct messages. */
  public static Optional<Channel> channelById(String id) {
    return CHANNELS.stream()
        .filter(one -> one.id().equals(id) || one.directWith().equals(Optional.of(id)))
        .findFirst();
  }

  /** A channel as people write it: {@code #requests}, {@code requests}, {@code @alice}, an id. */
  public static Optional<Channel> channel(String given) {
    return channelById(given).or(() -> named(given));
  }

  private static Optional<Channel> named(String given) {
    boolean direct = given.startsWith("@");
    String name = lower(given.replaceFirst("^[#@]", ""));
    return CHANNELS.stream()
        .filter(one -> one.name().equals(name) && one.directWith().isPresent() == direct)
        .findFirst();
  }

  private static Member member(String name, String realName, String role, boolean guest) {
    return new Member("U0" + name.toUpperCase(Locale.ROOT), name, realName, role, guest, false);
  }

  private static Channel channel(String id, String name, String topic) {
    return new Channel(id, name, topic, Optional.empty());
  }

  private static Channel direct(Member member) {
    String id = "D0" + member.name().toUpperCase(Locale.ROOT);
    return new Channel(id, member.name(), "Between you and Berth", Optional.of(member.id()));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
