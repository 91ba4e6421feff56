// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.persistence.BadState;
import io.berth.emulator.persistence.SavedFields;
import io.berth.emulator.text.AddressRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Codes and machines as they are kept between two runs; of a code's value only the hash. */
final class SavedCodes {
  // An empty one fits no value: such a code can be looked at, and not used.
  private static final Pattern HASH = Pattern.compile("|[0-9a-f]{64}");
  private static final Pattern MACHINE = Pattern.compile("rins-[a-z0-9]{8}");
  private static final Pattern SOME = Pattern.compile("(?s).{1,128}");
  private static final Set<String> CODE_FIELDS =
      Set.of(
          "id",
          "region",
          "valueHash",
          "description",
          "instanceNamePrefix",
          "registerLimit",
          "ipAddressRange",
          "createdAt",
          "expiresAt",
          "disabledAt",
          "registeredCount");
  private static final Set<String> MACHINE_FIELDS =
      Set.of(
          "id",
          "region",
          "codeId",
          "name",
          "machineId",
          "hostName",
          "localIp",
          "systemName",
          "publicKey",
          "createdAt",
          "updatedAt");

  private SavedCodes() {}

  static ObjectNode write(RegisterCodeStore.StoredCodes content) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode codes = json.putArray("codes");
    content.codes().forEach(code -> write(code, codes.addObject()));
    ArrayNode machines = json.putArray("machines");
    content.machines().forEach(machine -> write(machine, machines.addObject()));
    return json;
  }

  private static void write(StoredRegisterCode code, ObjectNode json) {
    json.put("id", code.id()).put("region", code.region()).put("valueHash", code.valueHash());
    StoredRegisterCode.CodeTerms terms = code.terms();
    json.put("description", terms.description());
    json.put("instanceNamePrefix", terms.instanceNamePrefix());
    json.put("registerLimit", terms.registerLimit());
    json.put("ipAddressRange", terms.ipAddressRange());
    json.put("createdAt", code.createdAt().toString());
    json.put("expiresAt", code.expiresAt().toString());
    code.disabledAt().ifPresent(at -> json.put("disabledAt", at.toString()));
    json.put("registeredCount", code.registeredCount());
  }

  private static void write(RegisteredMachine machine, ObjectNode json) {
    json.put("id", machine.id()).put("region", machine.region());
    json.put("codeId", machine.codeId()).put("name", machine.name());
    RegisteredMachine.AgentFacts facts = machine.facts();
    json.put("machineId", facts.machineId()).put("hostName", facts.hostName());
    json.put("localIp", facts.localIp()).put("systemName", facts.systemName());
    json.put("publicKey", facts.publicKey());
    json.put("createdAt", machine.createdAt().toString());
    json.put("updatedAt", machine.updatedAt().toString());
  }

  static RegisterCodeStore.StoredCodes read(ObjectNode json) throws BadState {
    SavedFields fields = SavedFields.of(json, "", Set.of("codes", "machines"));
    Set<String> ids = new HashSet<>();
    List<StoredRegisterCode> codes = new ArrayList<>();
    for (SavedFields.Item item : fields.list("codes")) {
      codes.add(code(once(ids, SavedFields.of(item.value(), item.path(), CODE_FIELDS))));
    }
    List<RegisteredMachine> machines = new ArrayList<>();
    for (SavedFields.Item item : fields.list("machines")) {
      machines.add(machine(once(ids, SavedFields.of(item.value(), item.path(), MACHINE_FIELDS))));
    }
    return new RegisterCodeStore.StoredCodes(codes, machines);
  }

  private static SavedFields once(Set<String> ids, SavedFields fields) throws BadState {
    fields.refuseUnless(ids.add(fields.text("id")), "id", "must not be there twice");
    return fields;
  }

  private static StoredRegisterCode code(SavedFields fields) throws BadState {
    String hash = fields.text("valueHash");
    fields.refuseUnless(
        HASH.matcher(hash).matches(), "valueHash", "must be 64 lower-case hex digits");
    return new StoredRegisterCode(
        fields.text("id", CodeIds.FORM),
        fields.region("region"),
        hash,
        terms(fields),
        fields.time("createdAt"),
        fields.time("expiresAt"),
        fields.moment("disabledAt"),
        fields.number("registeredCount", 0, 0, 10_000));
  }

  private static StoredRegisterCode.CodeTerms terms(SavedFields code) throws BadState {
    String range = code.text("ipAddressRange");
    code.refuseUnless(
        range.isEmpty() || AddressRange.isLegal(range),
        "ipAddressRange",
        "must be an IPv4 address or a CIDRv4 range");
    return new StoredRegisterCode.CodeTerms(
        code.text("description"),
        code.text("instanceNamePrefix"),
        code.number("registerLimit", 10, 1, 10_000),
        range);
  }

  private static RegisteredMachine machine(SavedFields fields) throws BadState {
    return new RegisteredMachine(
        fields.text("id", MACHINE),
        fields.region("region"),
        fields.text("codeId", CodeIds.FORM),
        fields.text("name"),
        new RegisteredMachine.AgentFacts(
            fields.text("machineId", SOME),
            fields.text("hostName"),
            fields.text("localIp"),
            fields.text("systemName"),
            fields.text("publicKey")),
        fields.time("createdAt"),
        fields.time("updatedAt"));
  }
}
