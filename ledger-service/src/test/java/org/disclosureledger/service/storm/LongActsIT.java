package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.wire.BodyLimitFilter;
import org.disclosureledger.verifier.check.LedgerVerifier;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.check.RegisterListing;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.source.Credentials;
import org.disclosureledger.verifier.source.HttpSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * The largest request there can be, every member of it as long as it gets: recorded, accepted and
 * delivered in one command each, read back, and judged by the verifier.
 */
@ExtendWith(SharedService.class)
class LongActsIT {
  private static final int ITEMS = 500;
  private static final String PERIOD =
      "{\"from\":\"2026-01-01T00:00:00.000Z\",\"to\":\"2026-02-01T00:00:00.000Z\"}";
  private static final String FIELDS =
      Stream.of(DataField.values())
          .map(field -> '"' + field.name() + '"')
          .collect(Collectors.joining(","));
  private static final long MOST = FormatLimits.MAX_SAFE_INTEGER;

  private final ServiceProcess service;
  private final ServiceClient legal;
  private final ServiceClient approver;

  LongActsIT(ServiceProcess service) {
    this.service = service;
    legal = service.client("legal");
    approver = service.client("approver");
  }

  @Test
  void fiveHundredItemsAreAcceptedAndDeliveredInOneCommandEachAndFoundSound() throws Exception {
    UUID request = recorded();
    accepted(legal, request, "verify-authority", Requests.verifyAuthority(true));
    String accepting =
        prepared(request, "prepare-acceptance", "{\"items\":[%s]}", LongActsIT::scope);
    JsonNode awaiting = view(request).path("awaiting");
    assertThat(awaiting.path("prepared").asString()).isEqualTo(accepting);
    assertThat(awaiting.path("scopes")).hasSize(ITEMS);
    accepted(approver, request, "approve-acceptance", approval(accepting));

    String delivering =
        prepared(
            request,
            "prepare-delivery",
            "{\"channel\":\"IN_PERSON\",\"recipient\":\"Trần Thị Mẫu\",\"items\":[%s]}",
            LongActsIT::part);
    assertThat(view(request).at("/awaiting/parts")).hasSize(ITEMS);
    accepted(approver, request, "approve-delivery", approval(delivering));
    accepted(legal, request, "close", "{}");

    JsonNode view = view(request);
    assertThat(view.path("state").asString()).isEqualTo("CLOSED");
    assertThat(view.path("items"))
        .hasSize(ITEMS)
        .allSatisfy(item -> assertThat(item.path("state").asString()).isEqualTo("DISCLOSED"));
    assertThat(view.at("/deliveries/0/parts")).hasSize(ITEMS);
    Awaiting.until(
        "the register has it closed",
        () ->
            legal
                .get(Requests.path("demo") + "?state=CLOSED")
                .json()
                .path("requests")
                .valueStream()
                .anyMatch(row -> row.path("requestId").asString().equals(request.toString())));
    requireSound();
  }

  private UUID recorded() throws IOException {
    String items = joined(LongActsIT::asked);
    Reply reply = legal.post(Requests.path("demo"), Requests.recordItems(items));
    assertThat(reply.accepted()).as("%s", reply).isTrue();
    return StormCommand.Answer.of(reply).requestId();
  }

  private static String joined(IntFunction<String> item) {
    return IntStream.rangeClosed(1, ITEMS).mapToObj(item).collect(Collectors.joining(",\n  "));
  }

  private static String asked(int item) {
    return """
    {"kind":"OTHER","targets":[{"identifier":"0910%06d"},{"identifier":"0920%06d"}],
     "fields":[%s],"period":%s,"maximumRecords":%d}\
    """
        .formatted(item, item, FIELDS, PERIOD, MOST);
  }

  private static String scope(int item) {
    return "{\"item\":%d,\"targets\":[1,2],\"fields\":[%s],\"period\":%s,\"maximumRecords\":%d}"
        .formatted(item, FIELDS, PERIOD, MOST);
  }

  private static String part(int item) {
    return ("{\"item\":%d,\"last\":true,\"targets\":[1,2],\"fields\":[%s],\"period\":%s,"
            + "\"recordCount\":%d,\"digest\":\"%s\",\"size\":%d}")
        .formatted(item, FIELDS, PERIOD, MOST, "ab".repeat(32), MOST);
  }

  /** The id by which the second person agrees; several entries, one command. */
  private String prepared(UUID request, String command, String body, IntFunction<String> item)
      throws IOException {
    String sent = body.formatted(joined(item));
    assertThat(sent.getBytes(StandardCharsets.UTF_8).length)
        .as("bytes of the body")
        .isLessThan(BodyLimitFilter.MAX_BODY_BYTES);
    JsonNode answer = accepted(legal, request, command, sent);
    assertThat(answer.path("entryCount").asInt()).as("entries of %s", command).isGreaterThan(1);
    return answer.path("eventId").asString();
  }

  private static String approval(String prepared) {
    return "{\"prepared\":\"%s\"}".formatted(prepared);
  }

  private static JsonNode accepted(ServiceClient by, UUID request, String command, String body)
      throws IOException {
    Reply reply = by.post(Requests.path("demo", request, command), body);
    assertThat(reply.accepted()).as("%s: %s", command, reply).isTrue();
    return reply.json();
  }

  private JsonNode view(UUID request) throws IOException {
    Reply reply = service.client("supervisor").get(Requests.path("demo") + "/" + request);
    assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    return reply.json();
  }

  private void requireSound() throws Exception {
    Path data = service.dataDir();
    TrustPolicy trust =
        TrustPolicy.load(data.resolve("policy.txt"), new Origin("ledger.example/demo"));
    Credentials auditor = Credentials.find(Map.of(), data.resolve("credentials.txt")).orElseThrow();
    Set<Grade> required =
        EnumSet.of(Grade.ENTRIES, Grade.STREAMS, Grade.TREE, Grade.HEAD, Grade.CONDUCT);
    try (HttpSource source = new HttpSource(service.address().resolve("/ledgers/demo"), auditor)) {
      var report =
          new LedgerVerifier()
              .verify(
                  source,
                  new LedgerVerifier.Options(trust, null, required),
                  Progress.NONE,
                  new RegisterListing());
      assertThat(report.findings()).isEmpty();
      assertThat(report.exitCode()).as(report.verdict()).isZero();
    }
  }
}
