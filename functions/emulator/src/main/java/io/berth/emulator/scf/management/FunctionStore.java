// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import io.berth.emulator.error.ApiError;
import io.berth.emulator.scf.platform.FunctionKey;
import io.berth.emulator.scf.platform.Revision;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions there are. Each change is one step under one lock. */
public final class FunctionStore {
  /** 50 functions per namespace (SCF, Quota Limits). */
  static final int FUNCTIONS = 50;

  private final Map<FunctionKey, FunctionState> functions = new HashMap<>();

  /** A change that may refuse; then nothing has changed. */
  @FunctionalInterface
  interface StateChange {
    FunctionState apply(FunctionState before) throws ApiError;
  }

  synchronized void create(FunctionState fresh) throws ApiError {
    FunctionKey key = fresh.key();
    if (functions.containsKey(key)) {
      throw new ApiError(
          "ResourceInUse.Function",
          "The function " + key.name() + " exists in " + key.region() + "; update it instead.");
    }
    if (functions.keySet().stream().filter(k -> k.region().equals(key.region())).count()
        >= FUNCTIONS) {
      throw new ApiError(
          "LimitExceeded.Function", "The namespace has " + FUNCTIONS + " functions already.");
    }
    functions.put(key, fresh);
  }

  synchronized FunctionState change(FunctionKey key, StateChange change) throws ApiError {
    FunctionState after = change.apply(get(key));
    functions.put(key, after);
    return after;
  }

  synchronized FunctionState get(FunctionKey key) throws ApiError {
    return find(key)
        .orElseThrow(
            () ->
                new ApiError(
                    "ResourceNotFound.Function",
                    "There is no function " + key.name() + " in " + key.region() + "."));
  }

  synchronized Optional<FunctionState> find(FunctionKey key) {
    return Optional.ofNullable(functions.get(key));
  }

  /** What serves a function's calls now. */
  public Optional<Revision> revision(FunctionKey key) {
    return find(key).flatMap(FunctionState::revision);
  }

  synchronized FunctionState remove(FunctionKey key) throws ApiError {
    FunctionState last = get(key);
    functions.remove(key);
    return last;
  }

  /** All functions, by region and name. */
  synchronized List<FunctionState> all() {
    return functions.values().stream()
        .sorted(
            Comparator.comparing((FunctionState state) -> state.key().region())
                .thenComparing(state -> state.key().name()))
        .toList();
  }

  /** The functions of a region by name. */
  synchronized List<FunctionState> in(String region) {
    return functions.values().stream()
        .filter(state -> state.key().region().equals(region))
        .sorted(Comparator.comparing(state -> state.key().name()))
        .toList();
  }

  /** The functions of that name in every region; those with a trigger first. */
  public synchronized List<FunctionState> named(String name) {
    return functions.values().stream()
        .filter(state -> state.key().name().equals(name))
        .sorted(Comparator.comparing(state -> state.triggers().isEmpty()))
        .toList();
  }
}
