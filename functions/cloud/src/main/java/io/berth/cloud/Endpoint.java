// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the cloud's API is: a host per product, or one fixed address (the emulator).
 *
 * <p>An override leads every signed call somewhere, so it is narrow: the cloud's own domain over
 * https, or this machine. A metadata address or a stranger's host is refused at start.
 */
public final class Endpoint {
  private static final String DOMAIN = ".tencentcloudapi.com";

  private final Optional<URI> fixed;
  private final String suffix;

  private Endpoint(Optional<URI> fixed, String suffix) {
    this.fixed = fixed;
    this.suffix = suffix;
  }

  /** {@code https://{service}.tencentcloudapi.com}. */
  public static Endpoint cloud() {
    return new Endpoint(Optional.empty(), DOMAIN);
  }

  /** {@code https://{service}.intl.tencentcloudapi.com}. */
  public static Endpoint international() {
    return new Endpoint(Optional.empty(), ".intl" + DOMAIN);
  }

  /**
   * One address for every product, e.g. {@code http://127.0.0.1:8102}.
   *
   * @throws IllegalArgumentException with a sentence when it is neither the cloud's domain over
   *     https nor a loopback address
   */
  public static Endpoint fixed(URI address) {
    String problem = problem(address);
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException("endpoint " + address.getHost() + " " + problem);
    }
    return new Endpoint(Optional.of(address), "");
  }

  /**
   * What a configuration value says: blank is the cloud, {@code intl} the international site,
   * anything else one address as in {@link #fixed}.
   */
  public static Endpoint parse(String text) {
    String value = text.trim();
    if (value.isEmpty()) {
      return cloud();
    }
    if (value.equals("intl")) {
      return international();
    }
    URI address;
    try {
      address = URI.create(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("endpoint is not a URL; example: http://127.0.0.1:8102");
    }
    return fixed(address);
  }

  /** The address to POST to for a product; its path is {@code /}. */
  public URI forService(String service) {
    return fixed.map(uri -> uri.resolve("/")).orElseGet(() -> host(service + suffix));
  }

  /** The address when it is one of this machine, where an emulator stands in for the cloud. */
  Optional<URI> thisMachine() {
    return fixed.filter(uri -> isLoopback(uri.getHost().toLowerCase(Locale.ROOT)));
  }

  boolean isEncrypted() {
    return fixed.map(uri -> uri.getScheme().equals("https")).orElse(true);
  }

  private static URI host(String name) {
    return URI.create("https://" + name + "/");
  }

  private static String problem(URI address) {
    if (address.getHost() == null || address.getScheme() == null) {
      return "must be a URL with scheme and host; example: http://127.0.0.1:8102";
    }
    if (address.getUserInfo() != null
        || address.getQuery() != null
        || address.getFragment() != null
        || !(address.getPath().isEmpty() || address.getPath().equals("/"))) {
      return "must have neither user, path, query nor fragment";
    }
    String host = address.getHost().toLowerCase(Locale.ROOT);
    boolean https = address.getScheme().equals("https");
    if (isLoopback(host) && (https || address.getScheme().equals("http"))) {
      return "";
    }
    return https && host.endsWith(DOMAIN)
        ? ""
        : "must be https on *" + DOMAIN + ", or a loopback address such as 127.0.0.1";
  }

  private static boolean isLoopback(String host) {
    return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
  }
}
