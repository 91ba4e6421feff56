// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.approval.Condition;
import io.berth.bot.approval.Policy;
import io.berth.bot.approval.Rule;
import io.berth.bot.command.CommandParser;
import io.berth.bot.config.WebhookCaller;
import io.berth.bot.http.HttpRequest;
import io.berth.bot.http.HttpResponse;
import io.berth.bot.ledger.LedgerRoom;
import io.berth.bot.ledger.Race;
import io.berth.bot.ledger.model.Created;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.request.Requests;
import io.berth.bot.request.Standing;
import io.berth.contract.auth.WebhookKey;
import io.berth.contract.auth.WebhookSigner;
import io.berth.contract.text.Json;
import io.berth.contract.text.Secret;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsHandlerTest {
  private static final String BODY =
      "{\"function\":\"tcr-create-instance\",\"parameters\":{\"Region\":\"ap-guangzhou\","
          + "\"RegistryName\":\"payments\",\"RegistryType\":\"standard\"},"
          + "\"reason\":\"the pipeline needs it\"}";
  private static final String CODE =
      "{\"function\":\"tat-create-register-code\",\"parameters\":{\"Region\":\"ap-guangzhou\"}}";

  @TempDir Path directory;
  private final Secret ci = WebhookKey.generate(new SecureRandom());
  private final Secret ciOld = WebhookKey.generate(new SecureRandom());
  private final Secret cd = WebhookKey.generate(new SecureRandom());
  private LedgerRoom room;
  private RequestsHandler handler;

  @BeforeEach
  void open() {
    room = new LedgerRoom(directory);
    Policy policy =
        new Policy(
            Map.of("payments", List.of("U0ALICE", "webhook:ci", "webhook:cd")),
            Map.of("platform", List.of("U0BOB", "U0CAROL")),
            List.of(
                Rule.denied(
                    1,
                    new Condition(Map.of("type", java.util.Set.of("premium")), Map.of()),
                    "premium is too dear"),
                Rule.approvals(2, Condition.ALWAYS, 1, List.of("platform"))));
    Requests desk =
        new Requests(
            new CommandParser("/tcr", "ap-guangzhou"),
            policy,
            room.ledger(),
            person -> Standing.MEMBER,
            room.ids::requestId,
            room.clock,
            LedgerRoom.OPEN);
    handler =
        new RequestsHandler(
            List.of(
                new WebhookCaller("ci", List.of(ci, ciOld), "payments"),
                new WebhookCaller("cd", List.of(cd), "payments")),
            desk,
            room.ledger(),
            room.clock);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private Map<String, List<String>> signed(Secret key, String id, String body) {
    Map<String, List<String>> headers = new HashMap<>();
    WebhookSigner.headers(key, id, room.clock.instant(), body.getBytes(UTF_8))
        .forEach((name, value) -> headers.put(name, List.of(value)));
    headers.put("Content-Type", List.of("application/json"));
    return headers;
  }

  private HttpResponse handle(
      String method, String path, Map<String, List<String>> headers, byte[] body) {
    return handler.handle(new HttpRequest(method, path, headers, body));
  }

  private HttpResponse post(Secret key, String id, String body) {
    return handle("POST", "/v1/requests", signed(key, id, body), body.getBytes(UTF_8));
  }

  private HttpResponse get(Secret key, String requestId) {
    return handle("GET", "/v1/requests/" + requestId, signed(key, "get-1", ""), new byte[0]);
  }

  private static Map<String, Object> json(HttpResponse reply) {
    return Json.readObject(reply.body());
  }

  private static String code(HttpResponse reply) {
    return (String) ((Map<?, ?>) json(reply).get("Error")).get("Code");
  }

  private static String message(HttpResponse reply) {
    return (String) ((Map<?, ?>) json(reply).get("Error")).get("Message");
  }

  private Request only() {
    List<Request> all = room.ledger().recent(Optional.empty(), 10);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @Test
  void storesWhatIsAskedFor() {
    HttpResponse reply = post(ci, "run-42", BODY);

    Request request = only();
    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.headers()).containsEntry("Location", "/v1/requests/" + request.id());
    assertThat(json(reply))
        .containsEntry("RequestId", request.id())
        .containsEntry("State", "PENDING_APPROVAL")
        .containsEntry("ApprovalsNeeded", 1L);
    assertThat(request.requester()).isEqualTo("webhook:ci");
    assertThat(request.origin().team()).contains("payments");
    assertThat(request.origin().reason()).contains("the pipeline needs it");
  }

  @Test
  void tellsAProgramWhereItReadsTheResult() {
    String told = (String) json(post(ci, "run-42", BODY)).get("Message");
    String again = (String) json(post(ci, "run-42", BODY)).get("Message");

    String id = only().id();
    assertThat(told)
        .contains("and the result can be read with GET /v1/requests/" + id)
        .doesNotContain("posted")
        .doesNotContain("/tcr");
    assertThat(again)
        .isEqualTo(
            "That was stored before, as request %s; see it with GET /v1/requests/%s"
                .formatted(id, id));
  }

  @Test
  void theSameCallAgainIsTheSameRequest() {
    post(ci, "run-42", BODY);
    room.approve(only(), "U0BOB");

    HttpResponse again = post(ci, "run-42", BODY);

    assertThat(again.status()).isEqualTo(200);
    assertThat(json(again))
        .containsEntry("RequestId", only().id())
        .containsEntry("State", "APPROVED");
  }

  @Test
  void theSameIdWithAnotherBodyIsRefused() {
    post(ci, "run-42", BODY);

    HttpResponse other = post(ci, "run-42", BODY.replace("standard", "basic"));

    assertThat(other.status()).isEqualTo(422);
    assertThat(code(other)).isEqualTo("IdempotencyMismatch");
    assertThat(LedgerRoom.only(only()).spec().parameters().write()).contains("standard");
  }

  @Test
  void theSameIdWithAnotherBodyIsRefusedYearsLaterToo() {
    post(ci, "run-42", BODY);
    room.approve(only(), "U0BOB");
    room.clock.advance(Duration.ofDays(400));
    room.ledger().work().forgetOld();

    assertThat(post(ci, "run-42", CODE).status()).isEqualTo(422);
    assertThat(post(ci, "run-42", BODY).status()).isEqualTo(200);
    assertThat(LedgerRoom.only(only()).spec().parameters().write()).contains("standard");
  }

  @Test
  void idsOfDifferentCallersHaveNothingToDoWithEachOther() {
    assertThat(post(ci, "run-42", CODE).status()).isEqualTo(202);
    assertThat(post(cd, "run-42", CODE).status()).isEqualTo(202);
    assertThat(room.ledger().recent(Optional.empty(), 9)).hasSize(2);
  }

  @Test
  void fiftyCopiesAtOnceStoreOneRequest() throws Exception {
    List<HttpResponse> replies = Race.of(50, i -> post(ci, "run-42", BODY));

    assertThat(replies).extracting(HttpResponse::status).containsOnly(200, 202);
    assertThat(replies).filteredOn(r -> r.status() == 202).hasSize(1);
    only();
  }

  @Test
  void aMendedBodyMayComeUnderTheSameId() {
    assertThat(post(ci, "run-42", BODY.replace("standard", "gold")).status()).isEqualTo(400);
    assertThat(post(ci, "run-42", BODY).status()).isEqualTo(202);
  }

  @Test
  void aBodyMendedAfterThePolicyRefusedItMayComeUnderTheSameId() {
    assertThat(post(ci, "run-42", BODY.replace("standard", "premium")).status()).isEqualTo(403);
    assertThat(post(ci, "run-42", BODY).status()).isEqualTo(202);
    assertThat(post(ci, "run-42", BODY).status()).isEqualTo(200);
  }

  @Test
  void aBodyMendedAfterItsNameWasTakenMayComeUnderTheSameId() {
    post(cd, "run-1", BODY);

    assertThat(post(ci, "run-42", BODY).status()).isEqualTo(409);
    assertThat(post(ci, "run-42", BODY.replace("payments", "payments-2")).status()).isEqualTo(202);
  }

  @Test
  void theSameIdWithAnotherReasonIsRefused() {
    post(ci, "run-42", BODY);

    assertThat(post(ci, "run-42", BODY.replace("needs", "wants")).status()).isEqualTo(422);
  }

  @Test
  void acceptsEachSecretOfACallerWhileItIsReplaced() {
    assertThat(post(ciOld, "run-42", BODY).status()).isEqualTo(202);
  }

  @Test
  void oneTextForEverySignatureThatIsNotAccepted() {
    Map<String, List<String>> none = Map.of("Content-Type", List.of("application/json"));
    Map<String, List<String>> stale = signed(ci, "run-1", BODY);
    room.clock.advance(Duration.ofSeconds(301));
    Map<String, List<String>> twice = signed(ci, "run-2", BODY);
    twice.put("Webhook-Id", List.of("run-2"));
    Map<String, List<String>> otherBody = signed(ci, "run-3", CODE);

    for (Map<String, List<String>> headers :
        List.of(
            none,
            stale,
            twice,
            otherBody,
            signed(WebhookKey.generate(new SecureRandom()), "run-4", BODY))) {
      HttpResponse reply = handle("POST", "/v1/requests", headers, BODY.getBytes(UTF_8));
      assertThat(reply.status()).isEqualTo(401);
      assertThat(message(reply)).isEqualTo("The call's signature was not accepted.");
    }
    assertThat(room.ledger().recent(Optional.empty(), 9)).isEmpty();
  }

  @Test
  void verifiesBeforeItParses() {
    HttpResponse reply =
        handle(
            "POST",
            "/v1/requests",
            Map.of("Content-Type", List.of("application/json")),
            "[".repeat(50_000).getBytes(UTF_8));
    assertThat(reply.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                  | InvalidBody",
        "[]                                 | InvalidBody",
        "{\"function\":\"x\",\"function\":\"y\"} | InvalidBody",
        "{} trailing                        | InvalidBody",
        "{\"functon\":\"tcr-create-instance\"} | UnknownParameter",
        "{\"function\":\"tcr-create-instance\"} | MissingParameter",
        "{\"function\":\"tcr-create-instance\",\"parameters\":[]} | MissingParameter",
        "{\"function\":\"tcr-describe-instances\",\"parameters\":{}} | InvalidParameter",
        "{\"function\":7,\"parameters\":{}} | InvalidParameter",
        "{\"function\":\"tcr-create-instance\",\"parameters\":{},\"team\":\"\"} | InvalidParameter",
        "{\"function\":\"tcr-create-instance\",\"parameters\":{},\"reason\":1} | InvalidParameter"
      })
  void refusesWhatItCannotUnderstand(String body, String code) {
    HttpResponse reply = post(ci, "run-1", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(code(reply)).isEqualTo(code);
    assertThat(json(reply)).containsEntry("Outcome", "refused");
    assertThat(message(reply)).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "RegistryId, part",
    "RegistryId, part 1",
    "RegistryId, part 7",
    "RegistryId, bogus x",
    "RegistryId, code x",
    "NamespaceName, registry payments",
    "Region, registry payments"
  })
  void refusesAReferenceThatCannotStandThere(String field, String reference) {
    Map<String, Object> parameters =
        new HashMap<>(
            Map.of("Region", "ap-guangzhou", "RegistryId", "tcr-1i7kqadw", "NamespaceName", "web"));
    parameters.put(field, Map.of("reference", reference));

    HttpResponse reply =
        post(
            ci,
            "run-1",
            Json.write(Map.of("function", "tcr-create-namespace", "parameters", parameters)));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(code(reply)).isEqualTo("InvalidParameter");
    assertThat(message(reply)).startsWith(field + " must be ");
    assertThat(room.ledger().recent(Optional.empty(), 9)).isEmpty();
  }

  @Test
  void refusesAReferenceInThePlaceOfAName() {
    HttpResponse reply =
        post(ci, "run-1", BODY.replace("\"payments\"", "{\"reference\":\"registry payments\"}"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(message(reply)).startsWith("RegistryName must be ");
    assertThat(room.ledger().recent(Optional.empty(), 9)).isEmpty();
  }

  @Test
  void namesAllRulesThatParametersBreak() {
    HttpResponse reply =
        post(
            ci,
            "run-1",
            "{\"function\":\"tcr-create-instance\",\"parameters\":{\"Region\":\"ap-guangzhou\","
                + "\"RegistryName\":\"X\",\"RegistryType\":\"gold\"}}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(message(reply)).contains("RegistryName").contains("RegistryType");
  }

  @Test
  void suggestsTheFieldThatWasMeant() {
    assertThat(message(post(ci, "run-1", "{\"functon\":1}"))).contains("did you mean function?");
  }

  @Test
  void saysWhatThePolicyDenies() {
    HttpResponse reply = post(ci, "run-1", BODY.replace("standard", "premium"));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(message(reply)).contains("premium is too dear");
  }

  @Test
  void saysThatTheNameIsAskedForAlready() {
    post(ci, "run-1", BODY);

    HttpResponse reply = post(cd, "run-2", BODY);

    assertThat(reply.status()).isEqualTo(409);
    assertThat(code(reply)).isEqualTo("NameAsked");
    assertThat(message(reply)).contains(only().id());
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/other, 404",
    "GET, /v1/requests, 405",
    "PUT, /v1/requests, 405",
    "POST, /v1/requests/01ARZ3NDEKTSV4RRFFQ69G5FAV, 405",
    "GET, /v1/requestsX, 404"
  })
  void knowsItsPathsAndMethods(String method, String path, int status) {
    HttpResponse reply = handle(method, path, Map.of(), new byte[0]);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.headers().containsKey("Allow")).isEqualTo(status == 405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/json; charset=latin1",
        "application/x-www-form-urlencoded"
      })
  void takesNothingButJson(String type) {
    Map<String, List<String>> headers = signed(ci, "run-1", BODY);
    headers.put("Content-Type", List.of(type));
    assertThat(handle("POST", "/v1/requests", headers, BODY.getBytes(UTF_8)).status())
        .isEqualTo(415);
  }

  @Test
  void takesNothingCompressed() {
    Map<String, List<String>> headers = signed(ci, "run-1", BODY);
    headers.put("Content-Encoding", List.of("gzip"));
    assertThat(handle("POST", "/v1/requests", headers, BODY.getBytes(UTF_8)).status())
        .isEqualTo(415);
  }

  @Test
  void takesNothingLongerThanSixtyFourKilobytes() {
    byte[] huge = new byte[64 * 1024 + 1];
    assertThat(handle("POST", "/v1/requests", Map.of(), huge).status()).isEqualTo(413);
  }

  @Test
  void showsACallerItsOwnRequestsOnly() {
    post(ci, "run-1", BODY);
    Request request = only();

    assertThat(get(ci, request.id()).status()).isEqualTo(200);
    assertThat(json(get(ci, request.id()))).containsEntry("State", "PENDING_APPROVAL");
    assertThat(get(ci, request.id().toLowerCase(java.util.Locale.ROOT)).status()).isEqualTo(200);
    assertThat(get(cd, request.id()).status()).isEqualTo(404);
    assertThat(get(ci, "01ARZ3NDEKTSV4RRFFQ69G5FAV").status()).isEqualTo(404);
    assertThat(get(ci, "../../etc/passwd").status()).isEqualTo(404);
    assertThat(get(WebhookKey.generate(new SecureRandom()), request.id()).status()).isEqualTo(401);
    Request alices = room.stored(LedgerRoom.code());
    assertThat(get(ci, alices.id()).status()).isEqualTo(404);
  }

  @Test
  void neverGivesARegisterCodesValueAway() {
    post(ci, "run-1", CODE);
    Request request = only();
    room.approve(request, "U0BOB");
    room.ledger()
        .work()
        .claim(
            LedgerRoom.only(room.find(request.id())),
            "t",
            Duration.ofMinutes(1),
            r -> Optional.empty(),
            Map.of());
    Created made = new Created("code-1", false, Optional.of("sealed.jwe"), "");
    room.ledger().work().succeeded(LedgerRoom.first(request), 1, made, List.of());
    assertThat(room.find(request.id()).state()).isEqualTo(State.SUCCEEDED);

    HttpResponse shown = get(ci, request.id());

    assertThat(new String(shown.body(), UTF_8))
        .contains("\"RegisterCodeId\":\"code-1\"")
        .doesNotContain("sealed");
    assertThat(new String(post(ci, "run-1", CODE).body(), UTF_8)).doesNotContain("sealed");
  }
}
