// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the cloud API listens, and what it may be called besides the names of loopback.
 *
 * @param address loopback unless somebody asked for another one; 0.0.0.0 stands for all
 * @param names more names that a Host header may have, without a port
 */
public record ListenAddress(InetAddress address, Set<String> names) {
  private static final Pattern IPV4 =
      Pattern.compile(
          "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]*");
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9._-]{0,251}[a-z0-9])?");
  private static final Pattern PORT = Pattern.compile(":[0-9]*$");

  /** 127.0.0.1 and its own names only. */
  public static final ListenAddress LOOPBACK =
      new ListenAddress(literal("127.0.0.1").orElseThrow(), Set.of());

  /** Refuses what {@link #name} does not take. */
  public ListenAddress {
    names =
        names.stream()
            .map(name -> name(name).orElseThrow(() -> new IllegalArgumentException(name)))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** An IP address as people write it; empty for anything that would need a name service. */
  public static Optional<InetAddress> literal(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** A host name or an IP address in the form that is compared; empty when it is neither. */
  public static Optional<String> name(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    Optional<InetAddress> address =
        literal(bracketed ? text.substring(1, text.length() - 1) : text);
    return address.isPresent()
        ? address.map(ListenAddress::inUrl)
        : Optional.of(text.toLowerCase(Locale.ROOT)).filter(name -> NAME.matcher(name).matches());
  }

  /** An address as the host of a URL: IPv6 is in brackets there. */
  static String inUrl(InetAddress address) {
    String text = address.getHostAddress();
    return address instanceof Inet6Address ? "[" + text + "]" : text;
  }

  /** Whether only this machine can reach it. */
  public boolean isLoopback() {
    return address.isLoopbackAddress();
  }

  /** Whether a Host header, with a port or without, has the address or one of the names. */
  boolean knows(String host) {
    String bare = PORT.matcher(host).replaceFirst("");
    Optional<String> given =
        bare.contains(":") && !bare.startsWith("[") ? Optional.empty() : name(bare);
    return given.isPresent() && (names.contains(given.get()) || given.get().equals(inUrl(address)));
  }
}
