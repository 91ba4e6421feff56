// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import io.berth.emulator.cam.Guard;
import io.berth.emulator.http.CrossSiteCheck;
import io.berth.emulator.http.RequestBody;
import io.berth.emulator.journal.CallMetrics;
import io.berth.emulator.persistence.Keeping;
import io.berth.emulator.schema.Schema;
import io.berth.emulator.signature.Keys;
import io.berth.emulator.signature.RawRequest;
import io.berth.emulator.state.CloudState;
import io.berth.emulator.text.Identifiers;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The door of the cloud API: HTTP on one side, {@link CloudApi} on the other. */
public final class CloudHandler extends Handler.Abstract {
  /** What every answer carries as {@code X-Emulator}, so that nobody takes it for the cloud. */
  public static final String EMULATOR = "berth/0.1.0";

  private static final int LONGEST_TRACE_ID = 128;

  private final Supplier<CloudState> world;
  private final CrossSiteCheck callers;
  private final CloudApi api;

  /**
   * Serves whatever world is current when a request comes in.
   *
   * @param guard says who may do what
   * @param loose true when parameters are read as {@link Schema#checkLoosely} says
   * @param keeping is waited for before an answer tells what was done
   */
  public CloudHandler(
      Supplier<CloudState> world,
      Keys keys,
      Guard guard,
      Identifiers identifiers,
      CallMetrics metrics,
      PrintStream log,
      CrossSiteCheck callers,
      boolean loose,
      Keeping keeping) {
    this.world = world;
    this.callers = callers;
    this.api = new CloudApi(world, keys, guard, identifiers, metrics, log, loose, keeping);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Map<String, List<String>> headers = headers(request);
    dress(response, headers);
    String host = headers.getOrDefault("host", List.of("")).get(0);
    if (!callers.isKnown(host) && !CrossSiteCheck.isCloud(host)) {
      Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
    } else if (!isServed(Request.getPathInContext(request))) {
      Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
    } else {
      answer(request, headers, response, callback);
    }
    return true;
  }

  private static boolean isServed(String path) {
    return path.equals("/") || path.equals(AgentApi.PATH);
  }

  private static boolean isAgent(Request request, Map<String, List<String>> headers) {
    return Request.getPathInContext(request).equals(AgentApi.PATH)
        || AgentApi.isHost(headers.getOrDefault("host", List.of("")).get(0));
  }

  /** Header values by lower-case name, in the order in which they came. */
  public static Map<String, List<String>> headers(Request request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue() == null ? "" : field.getValue();
      headers.merge(
          field.getName().toLowerCase(Locale.ROOT),
          List.of(value),
          (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    return headers;
  }

  private void dress(Response response, Map<String, List<String>> headers) {
    long now = world.get().signatureClock().millis();
    response.getHeaders().put(HttpHeader.DATE, DateGenerator.formatDate(now));
    response.getHeaders().put("X-Emulator", EMULATOR);
    Optional.ofNullable(headers.get("x-tc-traceid"))
        .map(values -> values.get(0))
        .filter(id -> id.length() <= LONGEST_TRACE_ID && id.matches("[\\x21-\\x7e]+"))
        .ifPresent(id -> response.getHeaders().put("X-TC-TraceId", id));
  }

  private void answer(
      Request request, Map<String, List<String>> headers, Response response, Callback callback) {
    Optional<byte[]> body = RequestBody.read(request, RawRequest.POST_V3_BYTES);
    if (body.isEmpty()) {
      Response.writeError(request, response, callback, HttpStatus.REQUEST_TIMEOUT_408);
      return;
    }
    String query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
    RawRequest wire = new RawRequest(request.getMethod(), query, headers, body.get());
    String address = Request.getRemoteAddr(request);
    CloudApi.CloudAnswer answer =
        isAgent(request, headers) ? api.agent(wire, address) : api.answer(wire, address);
    new AnswerSender(request, response, callback).send(answer);
  }
}
