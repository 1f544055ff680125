package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bad input over HTTP: each kind has its own problem type, and the tree stays as it was. */
@ExtendWith(SharedService.class)
class NothingAppendedIT {
  private static final Map<String, String> NO_HEADERS = Map.of();
  private static final String REQUESTS = Requests.path("demo");

  private final ServiceProcess service;
  private final ServiceClient legal;
  private final ServiceClient approver;
  private final Set<String> seen = new HashSet<>();

  NothingAppendedIT(ServiceProcess service) {
    this.service = service;
    this.legal = service.client("legal");
    this.approver = service.client("approver");
  }

  private record Call(ServiceClient by, String path, String body, Map<String, String> headers) {}

  private Call record(String body) {
    return new Call(legal, REQUESTS, body, NO_HEADERS);
  }

  private Call command(ServiceClient by, UUID request, String command, String body) {
    return new Call(by, Requests.path("demo", request, command), body, NO_HEADERS);
  }

  /** The call is refused so, and the head is bytewise the one before. */
  private void refused(int status, String problem, Call call) throws IOException {
    TreeHead before = head();
    Reply reply = call.by().post(call.path(), call.body(), call.headers());
    assertThat(reply.status()).as("%s: %s", problem, reply).isEqualTo(status);
    assertThat(reply.problem()).isEqualTo(problem);
    assertThat(reply.json().path("status").asInt()).isEqualTo(status);
    assertThat(head()).as("the tree after %s", problem).isEqualTo(before);
    assertThat(seen.add(problem)).as("%s stands for one kind of bad input", problem).isTrue();
  }

  private TreeHead head() throws IOException {
    return PublishedLedger.checkpoint(legal, "demo").head();
  }

  private StormCommand.Answer accepted(Call call) throws IOException {
    Reply reply = call.by().post(call.path(), call.body(), call.headers());
    assertThat(reply.accepted()).as("%s", reply).isTrue();
    return StormCommand.Answer.of(reply);
  }

  private UUID recorded() throws IOException {
    return accepted(record(request())).requestId();
  }

  /** One item: two targets, one field, one period, at most five records. */
  private static String request() {
    return Requests.record(
        "\"maximumRecords\":5,\"period\":%s,".formatted(PERIOD),
        "{\"identifier\":\"0900000001\"},{\"identifier\":\"0900000002\"}");
  }

  private static final String PERIOD =
      "{\"from\":\"2026-01-01T00:00:00.000Z\",\"to\":\"2026-02-01T00:00:00.000Z\"}";

  @Test
  void whatIsNotABodyOfThisApiIsRefused() throws IOException {
    String good = request();
    refused(400, "malformed-json", record(good.substring(0, good.length() - 1)));
    refused(400, "unknown-member", record(good.replaceFirst("\\{", "{\"remark\":\"x\",")));
    refused(400, "duplicate-member", record(good.replaceFirst("\\{", "{\"channel\":\"FAX\",")));
    refused(400, "missing-member", record(good.replace("\"channel\":\"EMAIL\",", "")));
    refused(400, "unknown-code", record(good.replace("EMAIL", "PIGEON")));
    refused(400, "invalid-number", record(good.replace(":5,", ":5.5,")));
    refused(400, "invalid-date", record(good.replace("2026-02-01T", "2026-02-30T")));
    refused(422, "period-reversed", record(good.replace("2026-02-01T", "2025-02-01T")));
    refused(422, "no-items", record(good.replaceFirst("(?s)\"items\".*", "\"items\":[]}")));
    refused(
        415,
        "unsupported-media-type",
        new Call(legal, REQUESTS, good, Map.of("Content-Type", "text/plain")));
  }

  @Test
  void whatIsTooLargeIsRefused() throws IOException {
    String padding = " ".repeat(1024 * 1024);
    refused(413, "body-too-large", record(request() + padding));
    String targets =
        IntStream.rangeClosed(0, 1_000)
            .mapToObj(i -> "{\"identifier\":\"09%08d\"}".formatted(i))
            .collect(Collectors.joining(","));
    refused(422, "too-many-targets", record(Requests.record("", targets)));
  }

  @Test
  void moreItemsThanARequestCanHaveAreRefused() throws IOException {
    UUID request = recorded();
    verifyAuthority(request, true);
    String scopes =
        IntStream.rangeClosed(1, 501)
            .mapToObj(i -> "{\"item\":%d,\"maximumRecords\":1,\"fields\":[\"OTHER\"]}".formatted(i))
            .collect(Collectors.joining(","));
    refused(
        422,
        "too-many-items",
        command(legal, request, "prepare-acceptance", "{\"items\":[%s]}".formatted(scopes)));
  }

  @Test
  void whatIsNotThereOrNotForThisCallerIsRefused() throws IOException {
    String verify = Requests.verifyAuthority(true);
    UUID nobody = UUID.randomUUID();
    refused(404, "request-not-found", command(legal, nobody, "verify-authority", verify));
    refused(404, "not-found", command(legal, nobody, "no-such-command", verify));
    refused(
        404, "ledger-not-found", new Call(legal, Requests.path("nowhere"), request(), NO_HEADERS));
    refused(403, "forbidden", new Call(service.client("auditor"), REQUESTS, request(), NO_HEADERS));
    refused(
        401,
        "not-signed-in",
        new Call(ServiceClient.stranger(service.address()), REQUESTS, request(), NO_HEADERS));
  }

  @Test
  void aRepetitionWithAnotherBodyAndAStaleVersionAreRefused() throws IOException {
    Map<String, String> key = Map.of("Idempotency-Key", "nothing-appended");
    UUID request = accepted(new Call(legal, REQUESTS, request(), key)).requestId();
    refused(422, "idempotency-key-reused", new Call(legal, REQUESTS, Requests.record(7), key));
    String path = Requests.path("demo", request, "verify-authority");
    String verify = Requests.verifyAuthority(true);
    refused(412, "stale-version", new Call(legal, path, verify, Map.of("If-Match", "\"0\"")));
    refused(400, "invalid-if-match", new Call(legal, path, verify, Map.of("If-Match", "W/\"1\"")));
    refused(
        400,
        "invalid-idempotency-key",
        new Call(legal, path, verify, Map.of("Idempotency-Key", "k".repeat(201))));
    accepted(new Call(legal, path, verify, Map.of("If-Match", "\"1\"")));
  }

  @Test
  void acceptanceWithoutAuthorityOrByOnePersonIsRefused() throws IOException {
    UUID request = recorded();
    refused(
        409,
        "authority-not-verified",
        command(legal, request, "prepare-acceptance", "{\"items\":[%s]}".formatted(SCOPE)));
    verifyAuthority(request, false);
    refused(
        409,
        "authority-refuted",
        command(legal, request, "prepare-acceptance", "{\"items\":[%s]}".formatted(SCOPE)));
    verifyAuthority(request, true);
    String wider = SCOPE.replace("\"maximumRecords\":3", "\"maximumRecords\":6");
    refused(
        422,
        "scope-count-exceeded",
        command(legal, request, "prepare-acceptance", "{\"items\":[%s]}".formatted(wider)));
    UUID prepared = prepareAcceptance(approver, request);
    refused(
        409,
        "same-person",
        command(
            approver, request, "approve-acceptance", "{\"prepared\":\"%s\"}".formatted(prepared)));
    refused(
        403,
        "role-not-allowed",
        command(legal, request, "approve-acceptance", "{\"prepared\":\"%s\"}".formatted(prepared)));
  }

  @Test
  void aDeliveryBeyondTheApprovedScopeIsRefused() throws IOException {
    UUID request = recorded();
    verifyAuthority(request, true);
    UUID prepared = prepareAcceptance(legal, request);
    refused(409, "act-open", command(legal, request, "prepare-delivery", delivery(DELIVERED)));
    accepted(
        command(
            approver, request, "approve-acceptance", "{\"prepared\":\"%s\"}".formatted(prepared)));
    refused(
        422,
        "delivery-target-exceeded",
        delivering(request, DELIVERED.replace("\"targets\":[1]", "\"targets\":[1,2]")));
    refused(
        422,
        "delivery-field-exceeded",
        delivering(request, DELIVERED.replace("SUBSCRIBER_NAME", "POSTAL_ADDRESS")));
    refused(
        422,
        "delivery-period-exceeded",
        delivering(request, DELIVERED.replace("2026-02-01T", "2026-02-02T")));
    refused(
        422,
        "delivery-count-exceeded",
        delivering(request, DELIVERED.replace("\"recordCount\":3", "\"recordCount\":4")));
    refused(
        422, "item-unknown", delivering(request, DELIVERED.replace("\"item\":1", "\"item\":2")));
    accepted(delivering(request, DELIVERED));
  }

  // Narrower than what was asked: the first target only, three records.
  private static final String SCOPE =
      """
      {"item":1,"targets":[1],"fields":["SUBSCRIBER_NAME"],"period":%s,"maximumRecords":3}\
      """
          .formatted(PERIOD);

  private static final String DELIVERED =
      """
      {"item":1,"last":true,"targets":[1],"fields":["SUBSCRIBER_NAME"],"period":%s,"recordCount":3}\
      """
          .formatted(PERIOD);

  private static String delivery(String item) {
    return "{\"channel\":\"IN_PERSON\",\"items\":[%s]}".formatted(item);
  }

  private Call delivering(UUID request, String item) {
    return command(legal, request, "prepare-delivery", delivery(item));
  }

  private void verifyAuthority(UUID request, boolean verified) throws IOException {
    accepted(command(legal, request, "verify-authority", Requests.verifyAuthority(verified)));
  }

  /** The id of the entry that proposes, as its receipt shows it. */
  private UUID prepareAcceptance(ServiceClient by, UUID request) throws IOException {
    long leaf =
        accepted(command(by, request, "prepare-acceptance", "{\"items\":[%s]}".formatted(SCOPE)))
            .firstLeafIndex();
    Receipt receipt = Receipt.parse(by.get("/ledgers/demo/receipts/" + leaf).bytes());
    assertThat(receipt.proves()).isTrue();
    return EntryCodec.parse(receipt.entry()).payload().id();
  }
}
