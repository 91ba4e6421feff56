// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.ApiError;
import io.berth.emulator.api.Call;
import java.net.URI;
import java.util.List;

/** What there is (SCF GetFunction, GetFunctionAddress, ListFunctions). */
final class FunctionViews {
  private static final long PAGE = 20;

  /**
   * What a function has that nobody configured: the fields are documented, the values inferred.
   * Those that only images, Web functions and WebSockets have stay out.
   */
  private static final ObjectNode UNSAID = unsaid();

  private final FunctionStore store;
  private final TriggerViews triggers;
  private final URI functions;

  FunctionViews(FunctionStore store, TriggerViews triggers, URI functions) {
    this.store = store;
    this.triggers = triggers;
    this.functions = functions;
  }

  /** What the admin API shows: as in ListFunctions, of every region. */
  static ArrayNode all(FunctionStore store) {
    ArrayNode list = Json.object().arrayNode();
    for (FunctionState state : store.all()) {
      list.add(summary(state).put("Region", state.key().region()));
    }
    return list;
  }

  ObjectNode get(Call call) throws ApiError {
    FunctionState state = store.get(Names.key(call));
    Names.truth(call.parameters(), "ShowCode");
    ObjectNode answer = summary(state);
    configuration(answer, state.configuration());
    code(answer, state);
    ArrayNode reasons = answer.putArray("StatusReasons");
    state
        .reason()
        .ifPresent(
            reason ->
                reasons
                    .addObject()
                    .put("ErrorCode", reason.code())
                    .put("ErrorMessage", reason.message()));
    answer.set("Triggers", triggers.all(state));
    ObjectNode access = answer.putObject("AccessInfo");
    access.put("Host", functions + "/" + state.key().name()).put("Vip", "127.0.0.1");
    return answer;
  }

  private static ObjectNode summary(FunctionState state) {
    return Json.object()
        .put("FunctionName", state.key().name())
        .put("FunctionId", state.id())
        .put("Namespace", "default")
        .put("Type", "Event")
        .put("Runtime", Configuration.RUNTIME)
        .put("Description", state.configuration().description())
        .put("Status", state.status().word())
        .put("StatusDesc", state.reason().map(FunctionState.Reason::message).orElse(""))
        .put("AvailableStatus", "Available")
        .put("AddTime", Names.time(state.added()))
        .put("ModTime", Names.time(state.modified()));
  }

  private static void configuration(ObjectNode answer, Configuration configuration) {
    answer
        .put("FunctionVersion", "$LATEST")
        .put("Qualifier", "$LATEST")
        .put("Handler", configuration.handler())
        .put("MemorySize", configuration.memoryMb())
        .put("Timeout", configuration.timeoutSeconds())
        .put("InitTimeout", configuration.initTimeoutSeconds())
        .put("Role", configuration.role());
    ArrayNode variables = answer.putObject("Environment").putArray("Variables");
    configuration
        .environment()
        .forEach((key, value) -> variables.addObject().put("Key", key).put("Value", value));
    answer.setAll(UNSAID.deepCopy());
    answer.setAll(configuration.others());
  }

  private static ObjectNode unsaid() {
    ObjectNode unsaid = Json.object();
    unsaid.putObject("VpcConfig").put("VpcId", "").put("SubnetId", "");
    ObjectNode net = unsaid.putObject("PublicNetConfig").put("PublicNetStatus", "ENABLE");
    net.putObject("EipConfig").put("EipStatus", "DISABLE");
    unsaid.put("ClsLogsetId", "").put("ClsTopicId", "");
    unsaid.putArray("Layers");
    unsaid.putArray("Tags");
    for (String off : List.of("InstallDependency", "DnsCache", "TraceEnable", "AsyncRunEnable")) {
      unsaid.put(off, "FALSE");
    }
    return unsaid;
  }

  private static void code(ObjectNode answer, FunctionState state) {
    boolean failed = state.status() == Status.CREATE_FAILED;
    answer
        .put("CodeInfo", "")
        .put("CodeSize", state.revision().map(revision -> revision.code().bytes()).orElse(0L))
        .put("CodeResult", failed ? "failed" : "success")
        .put("CodeError", failed ? state.reason().map(r -> r.message()).orElse("") : "")
        .put("ErrNo", 0);
  }

  ObjectNode address(Call call) throws ApiError {
    FunctionState state = store.get(Names.key(call));
    Code code =
        state
            .revision()
            .map(Revision::code)
            .orElseThrow(
                () ->
                    new ApiError(
                        "FailedOperation.FunctionStatusError",
                        "The function is " + state.status().word() + " and has no code yet."));
    // The cloud gives an address in its object store; here the functions' listener serves it.
    return Json.object()
        .put("Url", functions + CodeDownload.PATH + state.key().name() + "/" + code.sha256())
        .put("CodeSha256", code.sha256());
  }

  ObjectNode list(Call call) throws ApiError {
    ObjectNode given = call.parameters();
    Names.checkNamespace(given);
    String search = Names.text(given, "SearchKey", "");
    List<FunctionState> found =
        store.in(call.region()).stream()
            .filter(state -> state.key().name().contains(search))
            .toList();
    ObjectNode answer = Json.object();
    ArrayNode functionsOnPage = answer.putArray("Functions");
    found.stream()
        .skip(Math.max(0, given.path("Offset").asLong(0)))
        .limit(Math.max(0, given.path("Limit").asLong(PAGE)))
        .map(FunctionViews::summary)
        .forEach(functionsOnPage::add);
    return answer.put("TotalCount", found.size());
  }
}
