// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is in a registry; it goes when the registry goes.
 *
 * @param lastNamespace the highest id given out so far
 */
record RegistryContents(
    PublicEndpoint endpoint,
    long lastNamespace,
    List<Namespace> namespaces,
    List<LongTermToken> tokens) {
  static final RegistryContents EMPTY =
      new RegistryContents(PublicEndpoint.CLOSED, 0, List.of(), List.of());

  RegistryContents {
    namespaces = List.copyOf(namespaces);
    tokens = List.copyOf(tokens);
  }

  RegistryContents with(PublicEndpoint next) {
    return new RegistryContents(next, lastNamespace, namespaces, tokens);
  }

  Optional<Namespace> namespace(String name) {
    return namespaces.stream().filter(namespace -> namespace.name().equals(name)).findFirst();
  }

  RegistryContents plus(Namespace namespace) {
    return new RegistryContents(endpoint, namespace.id(), plus(namespaces, namespace), tokens);
  }

  RegistryContents without(Namespace namespace) {
    return new RegistryContents(endpoint, lastNamespace, without(namespaces, namespace), tokens);
  }

  RegistryContents replace(Namespace old, Namespace next) {
    return new RegistryContents(endpoint, lastNamespace, replace(namespaces, old, next), tokens);
  }

  Optional<LongTermToken> token(String id) {
    return tokens.stream().filter(token -> token.id().equals(id)).findFirst();
  }

  RegistryContents plus(LongTermToken token) {
    return new RegistryContents(endpoint, lastNamespace, namespaces, plus(tokens, token));
  }

  RegistryContents without(LongTermToken token) {
    return new RegistryContents(endpoint, lastNamespace, namespaces, without(tokens, token));
  }

  RegistryContents replace(LongTermToken old, LongTermToken next) {
    return new RegistryContents(endpoint, lastNamespace, namespaces, replace(tokens, old, next));
  }

  private static <T> List<T> plus(List<T> list, T item) {
    List<T> next = new ArrayList<>(list);
    next.add(item);
    return next;
  }

  private static <T> List<T> without(List<T> list, T item) {
    List<T> next = new ArrayList<>(list);
    next.remove(item);
    return next;
  }

  private static <T> List<T> replace(List<T> list, T old, T item) {
    List<T> next = new ArrayList<>(list);
    next.set(next.indexOf(old), item);
    return next;
  }
}
