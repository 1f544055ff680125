package org.disclosureledger.service.register;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.request.Confirmation;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.ErrorRecorded;
import org.disclosureledger.service.request.event.ObstacleReported;
import org.disclosureledger.service.request.event.RecordedChanges;
import org.disclosureledger.service.request.event.ReminderIssued;
import org.disclosureledger.service.request.event.RequestCancelled;
import org.disclosureledger.service.request.event.RequestClosed;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestLinked;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.request.event.RequestReopened;
import org.disclosureledger.service.request.event.RequestingAgency;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.jspecify.annotations.Nullable;

/** The register's rows, each from its whole stream and without SQL. */
final class ExpectedRows {
  private final List<StoredEvent> stream;
  private final RequestRecorded recorded;
  private RequestState state = RequestState.EMPTY;
  private final List<RecordedChanges> changes = new ArrayList<>();
  private @Nullable Instant originalDue;
  private @Nullable Instant due;
  private int deadlines;
  private int extensions;
  private @Nullable Instant cancelled;
  private @Nullable Instant closed;

  private ExpectedRows(List<StoredEvent> stream) {
    this.stream = stream;
    recorded = (RequestRecorded) Objects.requireNonNull(stream.getFirst().payload());
    stream.forEach(event -> take((RequestEvent) Objects.requireNonNull(event.payload()), event));
  }

  static List<RegisterRow> of(List<StoredEvent> events, String ledger) {
    List<RegisterRow> rows = new ArrayList<>();
    Map<Integer, Integer> years = new HashMap<>();
    for (StoredEvent event : events) {
      EventHeader header = event.header();
      if (header.ledger().equals(ledger) && event.payload() instanceof RequestRecorded) {
        int year = header.recordedTime().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).getYear();
        List<StoredEvent> stream =
            events.stream()
                .filter(e ->
                    e.header().ledger().equals(ledger)
                        && e.header().subject().equals(header.subject()))
                .toList();
        rows.add(new ExpectedRows(stream).row(years.merge(year, 1, Integer::sum) + "/" + year));
      }
    }
    return rows;
  }

  private void take(RequestEvent event, StoredEvent stored) {
    EventHeader header = stored.header();
    state = state.evolve(event, header);
    switch (event) {
      case DeadlineSet deadline when deadline.purpose() == DeadlinePurpose.ANSWER ->
          take(deadline, header);
      case RequestCancelled unused -> cancelled = header.time();
      case RequestClosed unused -> closed = header.time();
      case RequestReopened unused -> {
        cancelled = null;
        closed = null;
      }
      case CorrectionApproved approved ->
          stream.stream()
              .filter(e -> e.header().id().equals(approved.prepared()))
              .map(e -> ((CorrectionPrepared) Objects.requireNonNull(e.payload())).changes())
              .filter(Objects::nonNull)
              .forEach(changes::add);
      default -> {
        // Counted below, or in the state.
      }
    }
  }

  private void take(DeadlineSet deadline, EventHeader header) {
    boolean extension = deadline.cause() == DeadlineCause.EXTENSION;
    if (extension && due != null && !header.recordedTime().isBefore(due)) {
      return;
    }
    extensions += extension && !Objects.equals(due, deadline.due()) ? 1 : 0;
    originalDue = deadlines++ == 0 ? deadline.due() : originalDue;
    due = deadline.due();
  }

  private int count(Predicate<Object> kind) {
    return (int) stream.stream().map(StoredEvent::payload).filter(kind).count();
  }

  private <T> T last(Function<RecordedChanges, @Nullable T> member, T otherwise) {
    T value = otherwise;
    for (RecordedChanges change : changes) {
      T next = member.apply(change);
      value = next == null ? value : next;
    }
    return value;
  }

  private RegisterRow row(String number) {
    EventHeader first = stream.getFirst().header();
    RequestingAgency agency = last(RecordedChanges::requestingAgency, recorded.requestingAgency());
    String original = recorded.requestingAgency().code();
    Instant received = last(RecordedChanges::receivedAt, Instant.MIN);
    UUID id = RequestStream.requestId(first.subject()).orElseThrow();
    return new RegisterRow(
        id,
        number,
        recorded.receivedAt(),
        received.equals(Instant.MIN) ? null : received,
        first.recordedTime(),
        agency.code(),
        agency.kind().name(),
        original.equals(agency.code()) ? null : original,
        last(RecordedChanges::channel, recorded.channel()).name(),
        last(RecordedChanges::caseType, recorded.caseType()).name(),
        last(RecordedChanges::priority, recorded.priority()).name(),
        last(RecordedChanges::urgency, recorded.urgency()).name(),
        last(RecordedChanges::secrecy, recorded.secrecy()).name(),
        recorded.route().name(),
        last(RecordedChanges::emergency, recorded.emergency()),
        state.items().size(),
        state.items().stream().map(item -> item.kind().name()).distinct().sorted().toList(),
        state.status().name(),
        due,
        originalDue,
        state.answeredAt().orElse(null),
        cancelled,
        closed,
        WritingState.of(state).map(w -> writing(w)).orElse(null),
        marks(),
        state.lastSequence(),
        null,
        null,
        null);
  }

  private RegisterRow.Writing writing(WritingState writing) {
    Confirmation paper = state.confirmation();
    return new RegisterRow.Writing(
        writing, paper.confirmBy(), paper.confirmedAt(), paper.recordedAt());
  }

  private boolean reportable(CorrectionApproved approved) {
    return stream.stream()
        .anyMatch(e ->
            e.header().id().equals(approved.prepared())
                && e.payload() instanceof CorrectionPrepared prepared
                && prepared.severity() == ErrorSeverity.REPORTABLE);
  }

  private RegisterRow.Marks marks() {
    UUID duplicate = null;
    for (StoredEvent event : stream) {
      duplicate =
          event.payload() instanceof RequestLinked linked
                  && linked.relation() == LinkRelation.DUPLICATE_OF
              ? linked.request()
              : duplicate;
    }
    return new RegisterRow.Marks(
        state.clock().paused(),
        extensions,
        count(RequestReopened.class::isInstance),
        count(CorrectionApproved.class::isInstance),
        count(e -> e instanceof ErrorRecorded r && r.severity() == ErrorSeverity.REPORTABLE)
            + count(e -> e instanceof CorrectionApproved c && reportable(c)),
        count(ObstacleReported.class::isInstance),
        count(ReminderIssued.class::isInstance),
        count(RequestLinked.class::isInstance),
        duplicate);
  }
}
