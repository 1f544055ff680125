package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.request.command.AskClarification;
import org.disclosureledger.service.request.command.AttachDocument;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.ConfirmInWriting;
import org.disclosureledger.service.request.command.IssueReminder;
import org.disclosureledger.service.request.command.LinkRequest;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareEmergency;
import org.disclosureledger.service.request.command.PrepareExtension;
import org.disclosureledger.service.request.command.PrepareMeasure;
import org.disclosureledger.service.request.command.ReceiveClarification;
import org.disclosureledger.service.request.command.ReopenRequest;
import org.disclosureledger.service.request.command.ReportObstacle;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.CheckedSignature;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.event.AcceptanceApproved;
import org.disclosureledger.service.request.event.ReminderIssued;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.ClarificationOutcome;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.DocumentPurpose;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a front end reads of one request, over streams that the domain decided. */
class RequestViewHttpTest extends ToldRequestHttpTest {
  @Test
  void aCorrectionStandsBesideTheOriginalAlsoWhileItWaitsAndAfterAnother() throws Exception {
    UUID first = correction();
    assertThat(view("legal").at("/corrections/0/outcome").asString()).isEqualTo("OPEN");
    assertThat(view("legal").at("/recorded/correctedBy").isMissingNode()).isTrue();
    approve(ActKind.CORRECTION, first);
    correction();
    JsonNode view = view("legal");
    assertThat(view.path("receivedAt").asString()).isEqualTo("2026-11-03T02:00:00Z");
    assertThat(view.path("correctedReceivedAt").asString()).isEqualTo("2026-11-03T01:50:00Z");
    assertThat(view.at("/recorded/correctedBy")).hasSize(1);
    assertThat(view.at("/recorded/disclosures/~1officer").asString()).isEqualTo("Nguyễn Văn Mẫu");
    assertThat(view.at("/corrections/1/changes")).hasSize(3);
    assertThat(change(view, "receivedAt").path("before").asString())
        .isEqualTo("2026-11-03T01:50:00.000Z");
    JsonNode officer = change(view, "officer");
    assertThat(officer.path("original").asString()).isEqualTo("Nguyễn Văn Mẫu");
    assertThat(officer.path("before").asString()).isEqualTo("Trần Thị Mẫu");
    assertThat(officer.path("corrected").asString()).isEqualTo("Trần Thị Mẫu");
    JsonNode item = change(view, "items/1");
    assertThat(item.at("/original/targets/0/identifier").asString()).isEqualTo("0900000001");
    assertThat(item.at("/corrected/targets/0/identifier").asString()).isEqualTo("0900000002");
    String seen = view("supervisor").toString();
    assertThat(seen)
        .contains("withheld")
        .doesNotContain("Mẫu", "0900000001", "0900000002", "Ghi nhầm");
  }

  @Test
  void whatWaitsForItsSecondPersonIsShownWholeHoweverManyEntriesItTakes() throws Exception {
    List<CorrectedItem> more =
        IntStream.rangeClosed(3, 402)
            .mapToObj(i -> new CorrectedItem(i, item(ItemKind.SUBSCRIBER_DATA, "0900000001")))
            .toList();
    Changes changes = Changes.of(draft -> draft.items = more);
    UUID recorded = told.events.getFirst().header().id();
    approve(
        ActKind.CORRECTION,
        legal(
            new PrepareCorrection(
                ID, recorded, null, ErrorSeverity.RECORDABLE, "Bổ sung", null, changes, null)));
    legal(verified());
    List<ItemScope> scopes =
        IntStream.rangeClosed(1, 402)
            .mapToObj(
                i -> new ItemScope(i, List.of(1), List.of(DataField.SUBSCRIBER_NAME), null, 2L))
            .toList();
    long before = told.events.size();
    UUID accepting = legal(new PrepareEmergency(ID, scopes, null));
    assertThat(told.events.size() - before).as("entries").isGreaterThan(1);
    JsonNode awaiting = view("supervisor").path("awaiting");
    assertThat(awaiting.path("prepared").asString()).isEqualTo(accepting.toString());
    assertThat(awaiting.path("scopes")).hasSize(402);
    assertThat(awaiting.at("/scopes/401/item").asInt()).isEqualTo(402);
    assertThat(awaiting.has("parts")).isFalse();
    approve(ActKind.EMERGENCY, accepting);

    List<Handover> parts =
        scopes.stream()
            .filter(scope -> scope.item() != 2)
            .map(scope ->
                new Handover(scope.item(), true, scope.targets(), scope.fields(), null, 2, HEX, 1L))
            .toList();
    legal(new PrepareDelivery(ID, Channel.PORTAL, "Trần Thị Mẫu", parts, null));
    awaiting = view("legal").path("awaiting");
    assertThat(awaiting.path("parts")).hasSize(401);
    assertThat(awaiting.at("/parts/400/item").asInt()).isEqualTo(402);
    assertThat(awaiting.at("/parts/400/recordCount").asInt()).isEqualTo(2);
    assertThat(awaiting.has("scopes")).isFalse();
  }

  /** Of the second correction. */
  private static JsonNode change(JsonNode view, String member) {
    return view.at("/corrections/1/changes")
        .valueStream()
        .filter(change -> change.path("member").asString().equals(member))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRequestWhoseEntriesContradictEachOtherIsShownAsItStoodBeforeAndTakesNothing()
      throws Exception {
    int sound = told.events.size();
    told.force(new AcceptanceApproved(OTHER));
    told.force(new ReminderIssued(Committed.of("Đôn đốc"), null));

    JsonNode view = view("legal");
    assertThat(view.path("unreadableFrom").asInt()).isEqualTo(sound);
    assertThat(view.path("sequence").asInt()).isEqualTo(sound + 1);
    assertThat(view.path("state").asString()).isEqualTo("RECEIVED");
    assertThat(view.path("reminders")).isEmpty();
    assertThat(view.path("actions")).isEmpty();
    assertThat(get("legal", "/events").getStatus()).isEqualTo(200);
  }

  @Test
  void aConfirmationDatedBackThatTheTimerHadNotNoticedIsLateAndShowsAllTimes() throws Exception {
    Instant by = java.util.Objects.requireNonNull(told.state.confirmation().confirmBy());
    told.wait(Duration.between(told.now(), by));
    Instant claimed = by.minusSeconds(60);
    legal(new ConfirmInWriting(ID, "0001/CV-MAU", null, null, claimed));

    JsonNode view = view("legal").path("confirmation");
    assertThat(view.path("state").asString()).isEqualTo("LATE");
    assertThat(view.path("confirmedAt").asString()).isEqualTo(claimed.toString());
    assertThat(view.path("recordedAt").asString()).isEqualTo(told.now().toString());
    assertThat(view.path("missedAt").asString())
        .as("noticed by it")
        .isEqualTo(told.now().toString());
  }

  @Test
  void bothClocksAndTheMissedPaperAreShown() throws Exception {
    UUID asked = legal(new AskClarification(ID, "Kỳ nào? (ví dụ)", null));
    assertThat(view("legal").at("/serviceClock/openQuestion").asString())
        .isEqualTo(asked.toString());
    legal(new ReceiveClarification(ID, asked, ClarificationOutcome.ANSWERED, "Tháng 10", null));
    Instant due = java.util.Objects.requireNonNull(told.state.clock().due());
    UUID extension =
        legal(new PrepareExtension(ID, due.plusSeconds(3600), "Bảo trì (ví dụ)", true, null));
    approve(ActKind.EXTENSION, extension);
    told.wait(Duration.ofHours(30));
    UUID deadline = java.util.Objects.requireNonNull(told.state.confirmation().deadline());
    told.does(Actor.SYSTEM, ActorRole.SYSTEM, new MissWriting(ID, deadline));
    assertThat(view("legal").at("/confirmation/state").asString()).isEqualTo("MISSED");
    legal(new ConfirmInWriting(ID, "0001/CV-MAU", null, null, null));

    JsonNode view = view("legal");
    assertThat(view.at("/serviceClock/paused").asBoolean()).isFalse();
    assertThat(view.at("/serviceClock/pauses/0/answer").asString()).isEqualTo("Tháng 10");
    assertThat(view.at("/serviceClock/pauses/0/ended").asString()).isEqualTo("ANSWERED");
    assertThat(view.path("originalDue").asString()).isEqualTo(due.toString());
    assertThat(view.at("/deadline/basis").asString()).isEqualTo("EXTENSION");
    assertThat(view.path("deadlines")).hasSize(2);
    assertThat(view.at("/confirmation/state").asString()).isEqualTo("LATE");
    assertThat(view.at("/confirmation/documentNumber").asString()).isEqualTo("0001/CV-MAU");
    assertThat(view("supervisor").at("/confirmation/documentNumber").asString())
        .isEqualTo("withheld");
  }

  private static AttachDocument attach(
      UUID document, String name, @Nullable UUID signs, List<CheckedSignature> signatures) {
    return new AttachDocument(
        ID,
        document,
        DocumentPurpose.ORDER,
        "application/pdf",
        HEX,
        HEX,
        48_213,
        name,
        signs,
        signatures,
        null);
  }

  @Test
  void measuresDocumentsRemarksAndEndsAreShown() throws Exception {
    verifyAndAccept();
    UUID measure =
        legal(
            new PrepareMeasure(
                ID, Measure.SUSPEND, 2, List.of(1), "Lệnh mẫu", null, START, null, null));
    approve(ActKind.MEASURE, measure);
    legal(attach(ID, "lenh-mau.pdf", null, List.of()));
    CheckedSignature signature =
        new CheckedSignature(
            SignatureFormat.PADES,
            SignatureOutcome.VALID,
            SignatureChain.TRUSTED,
            null,
            true,
            "CN=Mẫu",
            null);
    legal(attach(OTHER, "lenh-mau.p7s", ID, List.of(signature)));
    legal(new ReportObstacle(ID, List.of(), "Bảo trì (ví dụ)", null, null));
    legal(new LinkRequest(ID, LinkRelation.DUPLICATE_OF, OTHER, null));
    told.does(
        actor("supervisor"), ActorRole.SUPERVISOR, new IssueReminder(ID, "Đôn đốc", null, null));
    UUID lapsing = correction();
    legal(new CancelRequest(ID, "Thôi (ví dụ)", null, null));
    legal(new ReopenRequest(ID, List.of(1), "Lại (ví dụ)", null, null));

    JsonNode view = view("legal");
    assertThat(view.at("/measures/0/outcome").asString()).isEqualTo("APPROVED");
    assertThat(view.at("/measures/0/order").asString()).isEqualTo("Lệnh mẫu");
    assertThat(view.at("/items/1/state").asString()).isEqualTo("IN_FORCE");
    assertThat(view.at("/documents/1/name").asString()).isEqualTo("lenh-mau.p7s");
    assertThat(view.at("/documents/1/signatures/0/signs").asString()).isEqualTo(ID.toString());
    assertThat(view.at("/documents/1/size").asLong()).isEqualTo(48_213);
    assertThat(view.at("/documents/1/signatures/0/signer").asString()).isEqualTo("CN=Mẫu");
    assertThat(view.at("/obstacles/0/items")).hasSize(1);
    assertThat(view.at("/links/0/relationVi").asString()).isEqualTo("trùng với");
    assertThat(view.at("/linkedFrom/0/relation").asString()).isEqualTo("RELATED");
    assertThat(view.path("linkedFromTotal").asInt()).isEqualTo(130);
    assertThat(view.at("/reminders/0/entry/actorRole").asString()).isEqualTo("supervisor");
    assertThat(view.at("/corrections/0/prepared/id").asString()).isEqualTo(lapsing.toString());
    assertThat(view.at("/corrections/0/outcome").asString()).isEqualTo("LAPSED");
    assertThat(view.at("/cancellations/0/reason").asString()).isEqualTo("Thôi (ví dụ)");
    assertThat(view.at("/reopenings/0/items/0").asInt()).isEqualTo(1);
    assertThat(view("supervisor").at("/documents/0").has("size")).isFalse();
  }
}
