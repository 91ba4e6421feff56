// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.product.DeclaredAction;
import io.berth.emulator.scf.platform.FunctionCode;
import io.berth.emulator.scf.platform.FunctionConfiguration;
import io.berth.emulator.scf.platform.Revision;
import io.berth.emulator.scf.platform.ScfJson;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What there is (SCF GetFunction, GetFunctionAddress, ListFunctions). */
public final class FunctionViews {

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
  public static ArrayNode all(FunctionStore store) {
    ArrayNode list = ScfJson.object().arrayNode();
    for (FunctionState state : store.all()) {
      list.add(summary(state).put("Region", state.key().region()));
    }
    return list;
  }

  Map<String, ApiAction> actions() {
    return Map.of(
        "GetFunction", new DeclaredAction(ScfSchemas.GET_FUNCTION, this::get),
        "GetFunctionAddress", new DeclaredAction(ScfSchemas.GET_FUNCTION_ADDRESS, this::address),
        "ListFunctions", new DeclaredAction(ScfSchemas.LIST_FUNCTIONS, this::list));
  }

  private ObjectNode get(ApiCall call) throws ApiError {
    FunctionState state = store.get(FunctionParameters.key(call));
    FunctionParameters.truth(call.parameters(), "ShowCode");
    ObjectNode answer = summary(state);
    configuration(answer, state.configuration());
    code(answer, state);
    reasons(answer.putArray("StatusReasons"), state);
    answer.set("Triggers", triggers.all(state));
    ObjectNode access = answer.putObject("AccessInfo");
    access.put("Host", functions + "/" + state.key().name()).put("Vip", "127.0.0.1");
    return answer;
  }

  private static void reasons(ArrayNode list, FunctionState state) {
    state
        .reason()
        .ifPresent(
            reason ->
                list.addObject()
                    .put("ErrorCode", reason.code())
                    .put("ErrorMessage", reason.message()));
  }

  private static ObjectNode summary(FunctionState state) {
    return ScfJson.object()
        .put("FunctionName", state.key().name())
        .put("FunctionId", state.id())
        .put("Namespace", "default")
        .put("Type", "Event")
        .put("Runtime", FunctionConfiguration.RUNTIME)
        .put("Description", state.configuration().description())
        .put("Status", state.status().word())
        .put("StatusDesc", state.reason().map(FunctionState.Reason::message).orElse(""))
        .put("AvailableStatus", "Available")
        .put("AddTime", FunctionParameters.time(state.added()))
        .put("ModTime", FunctionParameters.time(state.modified()));
  }

  private static void configuration(ObjectNode answer, FunctionConfiguration configuration) {
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
    ObjectNode unsaid = ScfJson.object();
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
    boolean failed = state.status() == FunctionStatus.CREATE_FAILED;
    answer
        .put("CodeInfo", "")
        .put("CodeSize", state.revision().map(revision -> revision.code().bytes()).orElse(0L))
        .put("CodeResult", failed ? "failed" : "success")
        .put("CodeError", failed ? state.reason().map(r -> r.message()).orElse("") : "")
        .put("ErrNo", 0);
  }

  private ObjectNode address(ApiCall call) throws ApiError {
    FunctionState state = store.get(FunctionParameters.key(call));
    FunctionCode code =
        state.revision().map(Revision::code).orElseThrow(() -> noCodeYet(state.status()));
    // The cloud gives an address in its object store; here the functions' listener serves it.
    return ScfJson.object()
        .put("Url", functions + CodeDownload.PATH + state.key().name() + "/" + code.sha256())
        .put("CodeSha256", code.sha256());
  }

  private static ApiError noCodeYet(FunctionStatus status) {
    return new ApiError(
        "FailedOperation.FunctionStatusError",
        "The function is %s and has no code yet.".formatted(status.word()));
  }

  private ObjectNode list(ApiCall call) throws ApiError {
    ObjectNode given = call.parameters();
    FunctionParameters.checkNamespace(given);
    String search = FunctionParameters.text(given, "SearchKey", "");
    List<FunctionState> found =
        store.in(call.region()).stream()
            .filter(state -> state.key().name().contains(search))
            .toList();
    ObjectNode answer = ScfJson.object();
    ArrayNode page = answer.putArray("Functions");
    FunctionParameters.page(given, found).map(FunctionViews::summary).forEach(page::add);
    return answer.put("TotalCount", found.size());
  }
}
