package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.service.LedgerServiceApplication;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.EventIds;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.event.AcceptanceApproved;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.AuthorityVerified;
import org.disclosureledger.service.request.event.NoDataPrepared;
import org.disclosureledger.service.request.event.RefusalApproved;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RequestClosed;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestEvents;
import org.disclosureledger.service.request.event.RequestLinked;
import org.disclosureledger.service.request.event.RequestReopened;
import org.disclosureledger.service.request.event.WritingConfirmed;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerSealing;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.sealing.UnsealedEvent;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.verifier.check.LedgerVerifier;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.check.RegisterListing;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.Credentials;
import org.disclosureledger.verifier.source.HttpSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Whoever gets past {@code decide} has the service itself sign, order and commit what is forbidden,
 * without a flaw in form. The verifier names each.
 */
class ForbiddenSequencesTest {
  private static final Actor LAN = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_0001L));
  private static final Actor MINH = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_0002L));

  @TempDir private Path folder;
  private ConfigurableApplicationContext context;
  private URI address;
  private Path data;
  private final Set<String> expected = new TreeSet<>();

  @BeforeEach
  void start() {
    data = folder.resolve("data");
    context =
        new SpringApplicationBuilder(LedgerServiceApplication.class)
            .run("--server.port=0", "--ledger.data-dir=" + data);
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    address = URI.create("http://localhost:" + port);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void whatTheSealingLayerTakesPastDecideIsFoundAtItsLeaf() throws Exception {
    people();
    order();

    VerificationReport report = verified();
    assertThat(
            new TreeSet<>(
                report.findings().stream().map(f -> f.rule() + " at " + f.leaf()).toList()))
        .isEqualTo(expected);
    for (Grade grade : List.of(Grade.ENTRIES, Grade.STREAMS, Grade.TREE, Grade.HEAD)) {
      assertThat(report.grade(grade).status().code()).as("%s", grade).isEqualTo("pass");
    }
    assertThat(report.exitCode()).isOne();
  }

  private void people() throws IOException {
    UUID alone = recorded();
    UUID refusal = append(alone, LAN, ActorRole.LEGAL, refusal());
    forbidden("same-person", alone, LAN, ActorRole.APPROVER, new RefusalApproved(refusal));

    UUID unapproved = recorded();
    UUID prepared = append(unapproved, LAN, ActorRole.LEGAL, refusal());
    forbidden("approver-missing", unapproved, MINH, ActorRole.LEGAL, new RefusalApproved(prepared));

    forbidden(
        "role-not-allowed",
        recorded(),
        LAN,
        ActorRole.SUPERVISOR,
        closing(),
        "items-open-at-close");
    UUID automatic = recorded();
    forbidden("system-not-a-person", automatic, Actor.SYSTEM, ActorRole.SYSTEM, refusal());
  }

  private void order() throws IOException {
    forbidden("authority-not-verified", recorded(), LAN, ActorRole.LEGAL, acceptance(1));

    UUID beyond = recorded();
    append(beyond, LAN, ActorRole.LEGAL, verified(VerificationMethod.SEAL_OR_DOCUMENT));
    forbidden("acceptance-scope", beyond, LAN, ActorRole.LEGAL, acceptance(1_000));

    UUID nothing = recorded();
    append(nothing, LAN, ActorRole.LEGAL, verified(VerificationMethod.SEAL_OR_DOCUMENT));
    NoDataPrepared search = new NoDataPrepared(List.of(1), Committed.of("Đã tìm"));
    forbidden("item-not-approved", nothing, LAN, ActorRole.LEGAL, search);

    forbidden(
        "call-back-without-contact",
        recorded(),
        LAN,
        ActorRole.LEGAL,
        verified(VerificationMethod.CALL_BACK));
    forbidden("items-open-at-close", recorded(), LAN, ActorRole.LEGAL, closing());
    forbidden(
        "act-not-open",
        recorded(),
        MINH,
        ActorRole.APPROVER,
        new AcceptanceApproved(UUID.randomUUID()));
    forbidden(
        "writing-confirmed-needless",
        recorded(),
        LAN,
        ActorRole.LEGAL,
        new WritingConfirmed(Committed.of("0002/CV-MAU"), null, Committed.of(null)));
    forbidden(
        "link-request",
        recorded(),
        LAN,
        ActorRole.LEGAL,
        new RequestLinked(LinkRelation.RELATED, UUID.randomUUID()));
    forbidden(
        "not-reopenable",
        recorded(),
        LAN,
        ActorRole.LEGAL,
        new RequestReopened(List.of(1), Committed.of("Mẫu"), Committed.of(null)));
  }

  private static RefusalPrepared refusal() {
    return new RefusalPrepared(
        List.of(1), List.of(RefusalGround.OTHER), Committed.of("Không thuộc thẩm quyền"));
  }

  private static RequestClosed closing() {
    return new RequestClosed(Committed.of("Đã trả lời"));
  }

  private static AuthorityVerified verified(VerificationMethod method) {
    return new AuthorityVerified(method, null, Committed.of(null));
  }

  private static AcceptancePrepared acceptance(long records) {
    ItemScope scope =
        new ItemScope(1, List.of(1), List.of(DataField.SUBSCRIBER_NAME), null, records);
    return new AcceptancePrepared(List.of(scope), 0);
  }

  private void forbidden(
      String rule, UUID request, Actor who, ActorRole role, RequestEvent event, String... others) {
    append(request, who, role, event);
    long leaf = stream(request).getLast().header().leafIndex();
    expected.add(rule + " at " + leaf);
    for (String other : others) {
      expected.add(other + " at " + leaf);
    }
  }

  /** Straight into the sealing layer, behind what the stream holds. */
  private UUID append(UUID request, Actor who, ActorRole role, RequestEvent event) {
    Instant now = context.getBean(LedgerClock.class).now("demo");
    String type =
        new RequestEvents()
            .bindings().stream()
                .filter(binding -> binding.payload() == event.getClass())
                .map(EventBinding::type)
                .findFirst()
                .orElseThrow();
    List<StoredEvent> before = stream(request);
    EventHeader header =
        new EventHeader(
            EventIds.secure().at(now),
            "demo",
            subject(request),
            type,
            now,
            now,
            who,
            role,
            null,
            0,
            EventHeader.UNSEALED,
            EventHeader.UNSEALED);
    context
        .getBean(LedgerSealing.class)
        .append(
            context.getBean(LedgerLookup.class).find("demo"),
            List.of(new UnsealedEvent(header, event)),
            StreamLink.of(before.getLast().entry()),
            null);
    return header.id();
  }

  private List<StoredEvent> stream(UUID request) {
    return context.getBean(EntryStore.class).stream("demo", subject(request));
  }

  private static StreamId subject(UUID request) {
    return new StreamId("request/" + request);
  }

  /** By the front door: one item of at most 10 records. */
  private UUID recorded() throws IOException {
    ServiceClient legal = ServiceClient.signedIn(address, "legal", data.resolve("credentials.txt"));
    String body =
        """
        {"receivedAt":"%s","channel":"OFFICIAL_LETTER",
         "requestingAgency":{"code":"CA-TINH-01","kind":"PROVINCIAL_POLICE"},
         "documentNumber":"0001/CV-MAU","subject":"Xác minh thuê bao","caseType":"CRIMINAL",
         "urgency":"NORMAL","secrecy":"NORMAL",
         "items":[{"kind":"SUBSCRIBER_DATA","targets":[{"identifier":"0900000001"}],
                   "fields":["SUBSCRIBER_NAME"],"maximumRecords":10}]}\
        """
            .formatted(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    Reply reply = legal.post(Requests.path("demo"), body);
    assertThat(reply.status()).as("%s", reply).isEqualTo(201);
    return UUID.fromString(reply.json().path("requestId").asString());
  }

  private VerificationReport verified() throws Exception {
    TrustPolicy trust =
        TrustPolicy.load(data.resolve("policy.txt"), new Origin("ledger.example/demo"));
    Credentials auditor = Credentials.find(Map.of(), data.resolve("credentials.txt")).orElseThrow();
    try (HttpSource source = new HttpSource(address.resolve("/ledgers/demo"), auditor)) {
      return new LedgerVerifier()
          .verify(
              source,
              new LedgerVerifier.Options(trust, null, Set.of(Grade.CONDUCT)),
              Progress.NONE,
              new RegisterListing());
    }
  }
}
