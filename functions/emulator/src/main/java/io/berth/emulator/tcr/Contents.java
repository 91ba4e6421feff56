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
record Contents(
    Endpoint endpoint, long lastNamespace, List<Namespace> namespaces, List<LongToken> tokens) {
  static final Contents EMPTY = new Contents(Endpoint.CLOSED, 0, List.of(), List.of());

  Contents {
    namespaces = List.copyOf(namespaces);
    tokens = List.copyOf(tokens);
  }

  Contents with(Endpoint next) {
    return new Contents(next, lastNamespace, namespaces, tokens);
  }

  Optional<Namespace> namespace(String name) {
    return namespaces.stream().filter(namespace -> namespace.name().equals(name)).findFirst();
  }

  Contents plus(Namespace namespace) {
    return new Contents(endpoint, namespace.id(), plus(namespaces, namespace), tokens);
  }

  Contents without(Namespace namespace) {
    return new Contents(endpoint, lastNamespace, without(namespaces, namespace), tokens);
  }

  Contents replace(Namespace old, Namespace next) {
    return new Contents(endpoint, lastNamespace, replace(namespaces, old, next), tokens);
  }

  Optional<LongToken> token(String id) {
    return tokens.stream().filter(token -> token.id().equals(id)).findFirst();
  }

  Contents plus(LongToken token) {
    return new Contents(endpoint, lastNamespace, namespaces, plus(tokens, token));
  }

  Contents without(LongToken token) {
    return new Contents(endpoint, lastNamespace, namespaces, without(tokens, token));
  }

  Contents replace(LongToken old, LongToken next) {
    return new Contents(endpoint, lastNamespace, namespaces, replace(tokens, old, next));
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
