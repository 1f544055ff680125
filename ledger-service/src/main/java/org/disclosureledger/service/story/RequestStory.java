package org.disclosureledger.service.story;

import static org.disclosureledger.service.story.EntryTexts.number;
import static org.disclosureledger.service.story.EntryTexts.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.deadline.DueTime;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.register.WritingState;
import org.disclosureledger.service.request.OpenAct;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.StreamUnreadable;
import org.disclosureledger.service.request.event.ClarificationAsked;
import org.disclosureledger.service.request.event.ClarificationReceived;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionListed;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.CorrectionReturned;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.DocumentAttached;
import org.disclosureledger.service.request.event.ErrorRecorded;
import org.disclosureledger.service.request.event.ItemsListed;
import org.disclosureledger.service.request.event.MeasureApproved;
import org.disclosureledger.service.request.event.MeasurePrepared;
import org.disclosureledger.service.request.event.MeasureReturned;
import org.disclosureledger.service.request.event.ObstacleReported;
import org.disclosureledger.service.request.event.ReminderIssued;
import org.disclosureledger.service.request.event.RequestCancelled;
import org.disclosureledger.service.request.event.RequestClosed;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestLinked;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.request.event.RequestReopened;
import org.disclosureledger.service.request.event.SignatureChecked;
import org.disclosureledger.service.request.event.WritingConfirmed;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.story.AnswerViews.ActOutcome;
import org.disclosureledger.service.story.AnswerViews.DocumentView;
import org.disclosureledger.service.story.AnswerViews.MeasureView;
import org.disclosureledger.service.story.ClockViews.ClarificationView;
import org.disclosureledger.service.story.ClockViews.PauseEnd;
import org.disclosureledger.service.vocabulary.ClarificationOutcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request's stream, told from its first entry to its last: what stands, what was said, what was
 * corrected. What the state means is the domain's to say; here is only what a reader sees of it.
 */
public final class RequestStory {
  private final EntryTexts texts;
  private final RecordedMembers members = new RecordedMembers();
  private final Map<UUID, ClarificationView> pauses = new LinkedHashMap<>();
  private final Map<UUID, MeasureView> measures = new LinkedHashMap<>();
  private final Map<UUID, DocumentView> documents = new LinkedHashMap<>();
  private final Map<UUID, CorrectionView> corrections = new LinkedHashMap<>();
  private final Explanations explanations;
  private @Nullable DueTime deadline;
  private @Nullable JsonNode confirmed;

  public RequestState state = RequestState.EMPTY;
  @Nullable Instant closedAt;

  /** Sequence of an entry that cannot follow those before it. */
  @Nullable Long unreadableFrom;

  final List<ClockViews.DeadlineView> deadlines = new ArrayList<>();
  final List<RemarkViews.ObstacleView> obstacles = new ArrayList<>();
  final List<RemarkViews.ReminderView> reminders = new ArrayList<>();
  final List<RemarkViews.ErrorView> errors = new ArrayList<>();
  final List<RemarkViews.LinkView> links = new ArrayList<>();
  final List<RemarkViews.CancellationView> cancellations = new ArrayList<>();
  final List<RemarkViews.ReopeningView> reopenings = new ArrayList<>();

  private RequestStory(EntryTexts texts, Explanations explanations) {
    this.texts = texts;
    this.explanations = explanations;
  }

  /** Without words for its due times. */
  public static RequestStory of(List<StoredEvent> stream, EntryTexts texts) {
    return of(stream, texts, (due, paused) -> null);
  }

  static RequestStory of(List<StoredEvent> stream, EntryTexts texts, Explanations explanations) {
    RequestStory story = new RequestStory(texts, explanations);
    for (StoredEvent stored : stream) {
      if (stored.payload() instanceof RequestEvent event) {
        RequestState before = story.state;
        try {
          story.state = before.evolve(event, stored.header());
        } catch (StreamUnreadable contradiction) {
          // Told as it stood before; the entries themselves can be read all the same.
          story.unreadableFrom = stored.header().sequence();
          return story;
        }
        story.answer(stored, event, before);
        story.remark(stored, event);
      }
    }
    return story;
  }

  /** Entries about the answer: clocks, acts, documents. */
  private void answer(StoredEvent stored, RequestEvent event, RequestState before) {
    EventHeader header = stored.header();
    switch (event) {
      case RequestRecorded unused -> members.record(texts.of(stored));
      case ItemsListed unused -> members.record(texts.of(stored));
      case DeadlineSet set when set.purpose() == DeadlinePurpose.ANSWER -> due(header, set, before);
      case ClarificationAsked unused -> {
        String question = text(texts.of(stored), "question");
        pauses.put(
            header.id(),
            new ClarificationView(header.id(), header.time(), question, null, null, null));
      }
      case ClarificationReceived received -> resume(stored, received);
      case WritingConfirmed unused -> confirmed = texts.of(stored);
      case MeasurePrepared prepared -> measures.put(header.id(), measure(stored, prepared));
      case MeasureApproved a -> decided(a.prepared(), header, ActOutcome.APPROVED);
      case MeasureReturned r -> decided(r.prepared(), header, ActOutcome.RETURNED);
      case CorrectionPrepared prepared ->
          corrections.put(header.id(), correction(stored, prepared));
      case CorrectionListed listed ->
          corrections.computeIfPresent(
              listed.prepared(),
              (id, prepared) ->
                  prepared.with(members.continued(prepared.changes(), texts.of(stored))));
      case CorrectionApproved a -> {
        decided(a.prepared(), header, ActOutcome.APPROVED);
        members.approve(Objects.requireNonNull(corrections.get(a.prepared())).changes());
      }
      case CorrectionReturned r -> decided(r.prepared(), header, ActOutcome.RETURNED);
      case DocumentAttached attached ->
          documents.put(attached.document(), document(stored, attached));
      case SignatureChecked checked ->
          documents.computeIfPresent(
              checked.document(), (id, document) -> document.with(signature(stored, checked)));
      default -> {
        // Told by the state, or among the remarks.
      }
    }
  }

  private void remark(StoredEvent stored, RequestEvent event) {
    EntryView entry = EntryView.of(stored.header());
    switch (event) {
      case ObstacleReported o ->
          obstacles.add(
              new RemarkViews.ObstacleView(
                  entry, o.items(), text(texts.of(stored), "reason"), o.expectedAt()));
      case ReminderIssued r ->
          reminders.add(
              new RemarkViews.ReminderView(entry, text(texts.of(stored), "text"), r.answerBy()));
      case ErrorRecorded e ->
          errors.add(
              new RemarkViews.ErrorView(
                  entry,
                  e.event(),
                  e.items(),
                  e.cause(),
                  e.severity(),
                  text(texts.of(stored), "description")));
      case RequestLinked l ->
          links.add(
              new RemarkViews.LinkView(
                  entry, l.relation(), l.relation().vi(), l.relation().en(), l.request()));
      case RequestCancelled unused -> {
        JsonNode data = texts.of(stored);
        cancellations.add(
            new RemarkViews.CancellationView(entry, text(data, "reason"), text(data, "document")));
        pauses.replaceAll((id, pause) ->
            pause.to() == null ? pause.ended(entry.time(), PauseEnd.CANCELLED, null) : pause);
      }
      case RequestReopened r -> {
        JsonNode data = texts.of(stored);
        closedAt = null;
        reopenings.add(
            new RemarkViews.ReopeningView(
                entry, r.items(), text(data, "reason"), text(data, "document")));
      }
      case RequestClosed unused -> closedAt = entry.time();
      default -> {
        // About the answer.
      }
    }
  }

  private void due(EventHeader header, DeadlineSet set, RequestState before) {
    boolean counts =
        !before.clock().set()
            || !before.clock().equals(state.clock())
            || Objects.equals(before.clock().due(), set.due());
    boolean paused =
        set.cause() == DeadlineCause.RECOMPUTATION && !state.clock().pauses().isEmpty();
    deadlines.add(
        new ClockViews.DeadlineView(
            EntryView.of(header),
            set.cause(),
            set.basis(),
            set.due(),
            counts,
            explanations.of(set.dueTime(), paused)));
    deadline = counts ? set.dueTime() : deadline;
  }

  private void resume(StoredEvent stored, ClarificationReceived received) {
    PauseEnd how =
        received.outcome() == ClarificationOutcome.ANSWERED
            ? PauseEnd.ANSWERED
            : PauseEnd.WITHDRAWN;
    String answer = text(texts.of(stored), "answer");
    pauses.computeIfPresent(
        received.asked(), (id, pause) -> pause.ended(stored.header().time(), how, answer));
  }

  private MeasureView measure(StoredEvent stored, MeasurePrepared event) {
    JsonNode data = texts.of(stored);
    return new MeasureView(
        EntryView.of(stored.header()),
        event.measure(),
        event.measure().vi(),
        event.measure().en(),
        event.item(),
        event.targets(),
        text(data, "order"),
        text(data, "scope"),
        event.from(),
        event.until(),
        ActOutcome.OPEN,
        null);
  }

  private CorrectionView correction(StoredEvent stored, CorrectionPrepared event) {
    JsonNode data = texts.of(stored);
    return new CorrectionView(
        EntryView.of(stored.header()),
        event.corrects(),
        event.cause(),
        event.severity(),
        text(data, "reason"),
        text(data, "statement"),
        members.beside(data.path("changes")),
        ActOutcome.OPEN,
        null);
  }

  private void decided(UUID prepared, EventHeader header, ActOutcome how) {
    EntryView by = EntryView.of(header);
    measures.computeIfPresent(prepared, (id, measure) -> measure.decided(how, by));
    corrections.computeIfPresent(prepared, (id, correction) -> correction.decided(how, by));
  }

  private DocumentView document(StoredEvent stored, DocumentAttached event) {
    JsonNode data = texts.of(stored);
    return new DocumentView(
        EntryView.of(stored.header()),
        event.document(),
        event.purpose(),
        event.mediaType(),
        text(data, "name"),
        text(data, "digest"),
        number(data, "size"),
        List.of());
  }

  private AnswerViews.SignatureView signature(StoredEvent stored, SignatureChecked event) {
    JsonNode data = texts.of(stored);
    return new AnswerViews.SignatureView(
        event.signs(),
        event.format(),
        event.outcome(),
        event.chain(),
        event.signedAt(),
        event.timestamped(),
        text(data, "signer"),
        text(data, "certificate"));
  }

  @Nullable DueTime deadline() {
    return deadline;
  }

  ClockViews.ServiceClockView serviceClock() {
    return new ClockViews.ServiceClockView(
        state.clock().paused(), state.clock().question(), List.copyOf(pauses.values()));
  }

  ClockViews.@Nullable ConfirmationView confirmation() {
    JsonNode paper = confirmed;
    String date = paper == null ? null : text(paper, "documentDate");
    return WritingState.of(state)
        .map(writing ->
            new ClockViews.ConfirmationView(
                writing,
                writing.vi(),
                writing.en(),
                state.confirmation().confirmBy(),
                state.confirmation().confirmedAt(),
                state.confirmation().recordedAt(),
                state.confirmation().missedAt(),
                paper == null ? null : text(paper, "documentNumber"),
                date == null ? null : LocalDate.parse(date),
                paper == null ? null : text(paper, "digest")))
        .orElse(null);
  }

  List<MeasureView> measures() {
    return measures.values().stream()
        .map(m -> lapsed(m.prepared(), m.outcome()) ? m.decided(ActOutcome.LAPSED, null) : m)
        .toList();
  }

  List<CorrectionView> corrections() {
    return corrections.values().stream()
        .map(c -> lapsed(c.prepared(), c.outcome()) ? c.decided(ActOutcome.LAPSED, null) : c)
        .toList();
  }

  private boolean lapsed(EntryView prepared, ActOutcome outcome) {
    OpenAct open = state.open();
    return outcome == ActOutcome.OPEN && (open == null || !open.prepared().equals(prepared.id()));
  }

  public List<DocumentView> documents() {
    return List.copyOf(documents.values());
  }
}
