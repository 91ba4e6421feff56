// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import io.berth.emulator.http.CrossSiteCheck;
import io.berth.emulator.http.EmulatorHeader;
import io.berth.emulator.http.RequestBody;
import io.berth.emulator.http.RequestHeaders;
import io.berth.emulator.signature.RawRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The cloud API over HTTP: a request of Jetty on one side, {@link CloudApi} on the other. */
public final class CloudHandler extends Handler.Abstract {
  private static final int LONGEST_TRACE_ID = 128;

  private final CrossSiteCheck crossSite;
  private final CloudApi api;

  /** Lets calls through that name the cloud or this machine. */
  public CloudHandler(CrossSiteCheck crossSite, CloudApi api) {
    this.crossSite = crossSite;
    this.api = api;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Map<String, List<String>> headers = RequestHeaders.of(request);
    dress(response, headers);
    String host = RequestHeaders.host(headers);
    if (!crossSite.isKnown(host) && !CloudHosts.isCloud(host)) {
      Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
    } else if (!isServed(Request.getPathInContext(request))) {
      Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
    } else {
      answer(request, headers, response, callback);
    }
    return true;
  }

  private static boolean isServed(String path) {
    return path.equals("/") || path.equals(AgentCallPipeline.PATH);
  }

  private static boolean isAgent(Request request, Map<String, List<String>> headers) {
    return Request.getPathInContext(request).equals(AgentCallPipeline.PATH)
        || AgentHosts.region(RequestHeaders.host(headers)).isPresent();
  }

  private void dress(Response response, Map<String, List<String>> headers) {
    response.getHeaders().put(HttpHeader.DATE, DateGenerator.formatDate(api.dateMillis()));
    EmulatorHeader.put(response);
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
    RawRequest raw = new RawRequest(request.getMethod(), query, headers, body.get());
    String peer = Request.getRemoteAddr(request);
    CloudAnswer answer =
        isAgent(request, headers) ? api.answerAgent(raw, peer) : api.answer(raw, peer);
    new AnswerSender(request, response, callback).send(answer);
  }
}
