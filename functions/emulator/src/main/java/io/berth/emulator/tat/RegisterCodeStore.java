// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import io.berth.emulator.error.ApiError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** All register codes of the account and the machines that used them, oldest first. */
final class RegisterCodeStore {
  private final Map<String, StoredRegisterCode> codes = new LinkedHashMap<>();
  private final Map<String, RegisteredMachine> machines = new LinkedHashMap<>();
  private final Map<String, String> idByMachine = new HashMap<>();
  private final int quota;
  private long changes;

  /** Takes how many codes the account may hold. */
  RegisterCodeStore(int quota) {
    this.quota = quota;
  }

  /**
   * Everything at one moment.
   *
   * @param codes oldest first
   * @param machines oldest first
   */
  record StoredCodes(List<StoredRegisterCode> codes, List<RegisteredMachine> machines) {
    StoredCodes {
      codes = List.copyOf(codes);
      machines = List.copyOf(machines);
    }
  }

  /**
   * Inferred: the action's own list has no code for a full account, the product's list has this.
   */
  synchronized void add(StoredRegisterCode code) throws ApiError {
    if (codes.size() >= quota) {
      throw new ApiError(
          "LimitExceeded",
          "Quota limit exceeded. The account already has " + quota + " register codes.");
    }
    codes.put(code.id(), code);
    changes++;
  }

  /** Disables all of them, or none when one is unknown in this region. */
  synchronized void disable(Set<String> ids, String region, Instant now) throws ApiError {
    refuseUnknown(ids, region);
    ids.forEach(id -> codes.computeIfPresent(id, (same, code) -> code.disabled(now)));
    changes++;
  }

  /** Deletes all of them, or none. Inferred: machines that used them stay registered. */
  synchronized void delete(Set<String> ids, String region) throws ApiError {
    refuseUnknown(ids, region);
    codes.keySet().removeAll(ids);
    changes++;
  }

  private void refuseUnknown(Set<String> ids, String region) throws ApiError {
    for (String id : ids) {
      StoredRegisterCode code = codes.get(id);
      if (code == null || !code.region().equals(region)) {
        throw new ApiError(
            "ResourceNotFound.RegisterCodesNotFoundCode",
            "Registration code not found. There is no `" + id + "` in this region.");
      }
    }
  }

  /** The codes of a region; only those with one of the ids when there are any. */
  synchronized List<StoredRegisterCode> codes(String region, Set<String> ids) {
    Collection<StoredRegisterCode> wanted =
        ids.isEmpty() ? codes.values() : ids.stream().map(codes::get).toList();
    return wanted.stream()
        .filter(Objects::nonNull)
        .filter(code -> code.region().equals(region))
        .toList();
  }

  synchronized int codeCount() {
    return codes.size();
  }

  /** What one agent asks for. */
  record Registration(
      Optional<String> region,
      String codeId,
      String value,
      String address,
      RegisteredMachine.AgentFacts facts) {}

  /**
   * Uses up a code by one machine; nothing comes between the checks and the count.
   *
   * <p>Inferred: a machine that registers again keeps its id, and with the same code it is not
   * counted again, as agents try twice when an answer does not arrive.
   */
  synchronized RegisteredMachine register(
      Registration registration, Instant now, Supplier<String> ids) throws ApiError {
    Optional<StoredRegisterCode> found = Optional.ofNullable(codes.get(registration.codeId()));
    StoredRegisterCode code = RegistrationCheck.check(found, registration, now);
    RegisteredMachine.AgentFacts facts = registration.facts();
    Optional<RegisteredMachine> known = known(code.region(), facts.machineId());
    if (known.filter(machine -> machine.codeId().equals(code.id())).isEmpty()) {
      RegistrationCheck.refuseUsedUp(code);
      codes.put(code.id(), code.usedOnceMore());
    }
    RegisteredMachine machine =
        known
            .map(old -> old.registeredAgain(code.id(), facts, now))
            .orElseGet(() -> RegistrationCheck.machine(code, ids.get(), facts, now));
    put(machine);
    changes++;
    return machine;
  }

  private Optional<RegisteredMachine> known(String region, String machineId) {
    return Optional.ofNullable(idByMachine.get(key(region, machineId))).map(machines::get);
  }

  private void put(RegisteredMachine machine) {
    machines.put(machine.id(), machine);
    idByMachine.put(key(machine.region(), machine.facts().machineId()), machine.id());
  }

  private static String key(String region, String machineId) {
    return region + "/" + machineId;
  }

  synchronized List<RegisteredMachine> machines(String region) {
    return machines.values().stream().filter(machine -> machine.region().equals(region)).toList();
  }

  /** Changes a machine of this region; empty when there is no such machine. */
  synchronized Optional<RegisteredMachine> change(
      String id, String region, UnaryOperator<RegisteredMachine> next) {
    Optional<RegisteredMachine> found = machine(id, region).map(next);
    found.ifPresent(this::put);
    found.ifPresent(changed -> changes++);
    return found;
  }

  /** Forgets a machine of this region; empty when there is no such machine. */
  synchronized Optional<RegisteredMachine> remove(String id, String region) {
    Optional<RegisteredMachine> found = machine(id, region);
    found.ifPresent(
        machine -> {
          machines.remove(id);
          idByMachine.remove(key(region, machine.facts().machineId()));
          changes++;
        });
    return found;
  }

  private Optional<RegisteredMachine> machine(String id, String region) {
    return Optional.ofNullable(machines.get(id)).filter(m -> m.region().equals(region));
  }

  synchronized StoredCodes content() {
    return new StoredCodes(new ArrayList<>(codes.values()), new ArrayList<>(machines.values()));
  }

  /** Takes this in the place of everything there is. */
  synchronized void replace(StoredCodes next) {
    codes.clear();
    machines.clear();
    idByMachine.clear();
    next.codes().forEach(code -> codes.put(code.id(), code));
    next.machines().forEach(this::put);
    changes++;
  }

  synchronized long changes() {
    return changes;
  }
}
