package org.disclosureledger.service.request;

import static org.disclosureledger.service.request.RequestDraft.ID;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.AskClarification;
import org.disclosureledger.service.request.command.AttachDocument;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.ConfirmInWriting;
import org.disclosureledger.service.request.command.IssueReminder;
import org.disclosureledger.service.request.command.LinkRequest;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareEmergency;
import org.disclosureledger.service.request.command.PrepareExtension;
import org.disclosureledger.service.request.command.PrepareMeasure;
import org.disclosureledger.service.request.command.PrepareNoData;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.ReceiveClarification;
import org.disclosureledger.service.request.command.RecordError;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.ReopenRequest;
import org.disclosureledger.service.request.command.ReportObstacle;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.AgencyName;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.ClarificationOutcome;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.DocumentPurpose;
import org.disclosureledger.service.vocabulary.ErrorCause;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/** Commands at random about a request as it stands: mostly sensible ones, some that go too far. */
final class RandomCommands {
  private static final List<ItemKind> KINDS =
      List.of(
          ItemKind.SUBSCRIBER_DATA,
          ItemKind.FIGURES,
          ItemKind.SUSPENSION,
          ItemKind.PRESERVATION,
          ItemKind.TAKEDOWN,
          ItemKind.MOBILISATION,
          ItemKind.INSPECTION);

  private final Random random;
  private final Walker walker;

  RandomCommands(Random random, Walker walker) {
    this.random = random;
    this.walker = walker;
  }

  static RecordRequest first(Random random, boolean secret) {
    return RequestDraft.with(draft -> {
      if (secret) {
        RequestDraft.keepSecret(draft);
      }
      draft.items =
          IntStream.rangeClosed(1, 1 + random.nextInt(3))
              .mapToObj(unused -> item(random, secret))
              .toList();
      draft.emergency = random.nextInt(3) > 0;
      if (random.nextBoolean()) {
        LifeStories.oral(draft);
      }
      if (random.nextInt(4) == 0) {
        draft.receivedAt = RequestDraft.T0.minus(Duration.ofHours(25));
      }
    });
  }

  private static RequestedItem item(Random random, boolean secret) {
    return item(random, secret, random.nextInt(3));
  }

  private static RequestedItem item(Random random, boolean secret, int targets) {
    ItemKind kind = KINDS.get(random.nextInt(KINDS.size()));
    return new RequestedItem(
        kind,
        IntStream.range(0, targets)
            .mapToObj(i -> new RequestedTarget(secret ? null : "090000000" + (i + 1)))
            .toList(),
        List.of(DataField.SUBSCRIBER_NAME, DataField.CONFIRMATION),
        random.nextBoolean() ? RequestDraft.OCTOBER : null,
        random.nextBoolean() ? 10L : null);
  }

  RequestCommand any() {
    OpenAct open = state().open();
    if (open != null && random.nextInt(3) > 0) {
      return random.nextInt(4) > 0
          ? new ApproveAct(ID, open.kind(), open.prepared(), claimed())
          : new ReturnAct(ID, open.kind(), open.prepared(), text("Xem lại"), claimed());
    }
    return random.nextInt(4) > 0 ? act() : remark();
  }

  /** At times one that a single entry has no room for. */
  private RequestedItem corrected() {
    int targets = random.nextInt(10) == 0 ? 500 : random.nextInt(3);
    return item(random, walker.secret(), targets);
  }

  private RequestCommand act() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> verify();
      case 3, 4 -> new PrepareAcceptance(ID, scopes(), claimed());
      case 5, 6 -> new PrepareEmergency(ID, scopes(), claimed());
      case 7, 8, 9 -> new PrepareDelivery(ID, Channel.PORTAL, null, handovers(), claimed());
      case 10, 11 -> measure();
      case 12 -> new PrepareNoData(ID, someItems(), text("Đã tra cứu"), claimed());
      case 13 ->
          new PrepareRefusal(
              ID, someItems(), List.of(RefusalGround.OTHER), text("Vì sao"), claimed());
      case 14 ->
          new PrepareExtension(
              ID,
              walker.now().plus(Duration.ofHours(random.nextInt(48))),
              text("Cần thêm giờ"),
              true,
              claimed());
      case 15 -> correction();
      case 16, 17 ->
          new RecordReceipt(
              ID,
              dispatch(),
              random.nextBoolean() ? ReceiptOutcome.FAILED : ReceiptOutcome.ACKNOWLEDGED,
              null,
              null,
              claimed());
      case 18 -> new CloseRequest(ID, null, claimed());
      default ->
          random.nextInt(3) == 0
              ? new CancelRequest(ID, text("Cơ quan rút"), null, claimed())
              : new ReopenRequest(ID, someItems(), text("Xem lại"), null, claimed());
    };
  }

  private RequestCommand remark() {
    return switch (random.nextInt(9)) {
      case 0 -> new AskClarification(ID, text("Số nào?"), claimed());
      case 1, 2 -> {
        UUID question = state().clock().question();
        yield new ReceiveClarification(
            ID,
            question == null ? ID : question,
            ClarificationOutcome.ANSWERED,
            text("Số này"),
            claimed());
      }
      case 3 ->
          new ConfirmInWriting(
              ID, "0002/CV-MAU", null, walker.secret() ? null : "12".repeat(32), claimed());
      case 4 ->
          new MissWriting(ID, Objects.requireNonNullElse(state().confirmation().deadline(), ID));
      case 5 -> new LinkRequest(ID, LinkRelation.DUPLICATE_OF, TestCircumstances.OTHER, claimed());
      case 6 -> {
        boolean went = random.nextBoolean() && !state().dispatches().isEmpty();
        List<UUID> entries = state().entries();
        yield new RecordError(
            ID,
            went ? ofDelivery() : entries.get(random.nextInt(entries.size())),
            List.of(1),
            ErrorCause.EXCESS,
            went || random.nextBoolean() ? ErrorSeverity.REPORTABLE : ErrorSeverity.RECORDABLE,
            text("Nhầm"),
            claimed());
      }
      case 7 ->
          random.nextBoolean()
              ? new IssueReminder(ID, text("Đôn đốc"), null, claimed())
              : new ReportObstacle(ID, List.of(), text("Vướng mắc"), null, claimed());
      default -> attach();
    };
  }

  /** At times one that is there already; at times a signature of one, in a file of its own. */
  private RequestCommand attach() {
    List<UUID> before = state().documents();
    UUID known = before.isEmpty() ? null : before.get(random.nextInt(before.size()));
    UUID fresh = new UUID(random.nextLong(), random.nextLong());
    return new AttachDocument(
        ID,
        known != null && random.nextInt(5) == 0 ? known : fresh,
        random.nextInt(3) == 0 ? DocumentPurpose.OTHER : DocumentPurpose.DEMAND,
        "application/pdf",
        "56".repeat(32),
        "78".repeat(32),
        1L,
        null,
        random.nextBoolean() ? known : null,
        random.nextBoolean() ? List.of() : List.of(PlainCommands.signature()),
        claimed());
  }

  private RequestState state() {
    return walker.state();
  }

  private @Nullable String text(String text) {
    return walker.text(text);
  }

  private @Nullable Instant claimed() {
    return random.nextInt(4) == 0
        ? walker.now().plus(Duration.ofMinutes(random.nextInt(4) - 2))
        : null;
  }

  private RequestCommand verify() {
    boolean call = random.nextInt(3) > 0;
    return new VerifyAuthority(
        ID,
        call
            ? VerificationMethod.CALL_BACK
            : random.nextBoolean()
                ? VerificationMethod.SEAL_OR_DOCUMENT
                : VerificationMethod.DIGITAL_SIGNATURE,
        call ? TestCircumstances.CONTACT : null,
        random.nextInt(5) == 0 ? VerificationOutcome.REFUTED : VerificationOutcome.VERIFIED,
        null,
        claimed());
  }

  private int anyItem() {
    return 1 + random.nextInt(state().items().size());
  }

  private List<Integer> someItems() {
    return IntStream.rangeClosed(1, state().items().size())
        .filter(item -> random.nextBoolean())
        .boxed()
        .toList();
  }

  private List<Integer> chosen() {
    List<Integer> items = someItems();
    return items.isEmpty() ? List.of(anyItem()) : items;
  }

  private List<ItemScope> scopes() {
    return chosen().stream().map(this::scope).toList();
  }

  private ItemScope scope(int ordinal) {
    ItemScope asked = state().items().get(ordinal - 1).asked();
    Long maximum = asked.maximumRecords();
    return new ItemScope(
        ordinal,
        some(asked.targets()),
        some(asked.fields()),
        asked.period(),
        maximum == null ? 1L + random.nextInt(12) : 1L + random.nextInt(maximum.intValue() + 1));
  }

  private List<Handover> handovers() {
    List<Handover> items = new ArrayList<>();
    for (int ordinal : chosen()) {
      ItemProgress item = state().items().get(ordinal - 1);
      ItemScope scope = Objects.requireNonNullElse(item.approved(), item.asked());
      items.add(
          new Handover(
              ordinal,
              random.nextBoolean(),
              some(random.nextInt(8) == 0 ? item.asked().targets() : scope.targets()),
              some(scope.fields()),
              scope.period(),
              random.nextInt(6),
              null,
              null));
    }
    return items;
  }

  /** Not none of them, if there are any; mostly all. */
  private <T> List<T> some(List<T> all) {
    return all.isEmpty() || random.nextInt(3) > 0
        ? all
        : List.of(all.get(random.nextInt(all.size())));
  }

  private RequestCommand measure() {
    ItemProgress item = state().items().get(anyItem() - 1);
    ItemScope scope = Objects.requireNonNullElse(item.approved(), item.asked());
    boolean restore = item.state() == ItemState.IN_FORCE;
    Period period = random.nextInt(4) > 0 ? scope.period() : null;
    return new PrepareMeasure(
        ID,
        restore ? Measure.RESTORE : Measure.answering(item.kind()).orElse(Measure.SUSPEND),
        item.ordinal(),
        some(scope.targets()),
        text("Quyết định"),
        null,
        period == null ? walker.now() : period.from(),
        period == null ? null : period.to(),
        claimed());
  }

  private RequestCommand correction() {
    UUID entry = state().entries().getFirst();
    int last = state().items().size();
    boolean adds = last < 5 && random.nextInt(3) == 0;
    int ordinal = adds ? last + 1 : anyItem();
    Changes changes =
        Changes.of(draft -> {
          draft.receivedAt =
              random.nextInt(3) == 0
                  ? walker.now().minus(Duration.ofMinutes(random.nextInt(80)))
                  : null;
          draft.requestingAgency =
              random.nextInt(4) == 0
                  ? new AgencyName(RequestDraft.AGENCY, AgencyKind.COURT, null)
                  : null;
          draft.receivingAgency = random.nextInt(6) == 0 ? "CQDT-MAU-04" : null;
          draft.channel =
              random.nextInt(5) == 0
                  ? List.of(Channel.TELEPHONE, Channel.IN_PERSON, Channel.FAX)
                      .get(random.nextInt(3))
                  : null;
          draft.emergency = random.nextInt(5) == 0 ? random.nextBoolean() : null;
          draft.dueStated = random.nextInt(5) == 0 ? walker.now().plus(Duration.ofHours(9)) : null;
          draft.items =
              random.nextBoolean() ? List.of(new CorrectedItem(ordinal, corrected())) : List.of();
        });
    return new PrepareCorrection(
        ID,
        entry,
        null,
        changes.items().stream().anyMatch(item -> state().handedOver(item.ordinal()))
            ? ErrorSeverity.REPORTABLE
            : ErrorSeverity.RECORDABLE,
        text("Nhầm"),
        text("Đúng là"),
        changes,
        claimed());
  }

  /** What went out, or what prepared it. */
  private UUID ofDelivery() {
    List<Dispatch> all = state().dispatches();
    Dispatch one = all.get(random.nextInt(all.size()));
    return random.nextBoolean() ? one.id() : one.entries().getFirst();
  }

  private UUID dispatch() {
    List<Dispatch> all = state().dispatches();
    return all.isEmpty() ? ID : all.get(random.nextInt(all.size())).id();
  }
}
