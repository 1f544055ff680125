package org.disclosureledger.service.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.event.AcceptanceApproved;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.AuthorityRefuted;
import org.disclosureledger.service.request.event.AuthorityVerified;
import org.disclosureledger.service.request.event.ClarificationAsked;
import org.disclosureledger.service.request.event.ClarificationReceived;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionListed;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.DeliveredItem;
import org.disclosureledger.service.request.event.DeliveryDispatched;
import org.disclosureledger.service.request.event.DeliveryFailed;
import org.disclosureledger.service.request.event.DeliveryListed;
import org.disclosureledger.service.request.event.DeliveryPrepared;
import org.disclosureledger.service.request.event.EmergencyApproved;
import org.disclosureledger.service.request.event.EmergencyPrepared;
import org.disclosureledger.service.request.event.ErrorRecorded;
import org.disclosureledger.service.request.event.ExtensionApproved;
import org.disclosureledger.service.request.event.ItemsListed;
import org.disclosureledger.service.request.event.MeasureApproved;
import org.disclosureledger.service.request.event.MeasurePrepared;
import org.disclosureledger.service.request.event.NoDataApproved;
import org.disclosureledger.service.request.event.NoDataPrepared;
import org.disclosureledger.service.request.event.RecordedChanges;
import org.disclosureledger.service.request.event.RecordedItem;
import org.disclosureledger.service.request.event.RefusalApproved;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RequestCancelled;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.request.event.RequestReopened;
import org.disclosureledger.service.request.event.RequestingAgency;
import org.disclosureledger.service.request.event.ScopeListed;
import org.disclosureledger.service.request.event.WritingConfirmed;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.jspecify.annotations.Nullable;

/** One request as {@code schemas/REPORTS.md} §2 reads it, with nothing of the domain's own fold. */
final class NaiveRequest {
  enum EndKind {
    DISCLOSED,
    IN_FORCE,
    LIFTED,
    NO_DATA,
    REJECTED,
    CANCELLED
  }

  record End(EndKind kind, Instant time, Instant recorded, List<RefusalGround> grounds) {}

  record Part(Instant recorded, int item, boolean beyond) {}

  record Pause(Instant from, @Nullable Instant to) {}

  record Mistake(Instant recorded, ErrorSeverity severity) {}

  record Flow(Instant recorded, boolean reopens) {}

  record After(Instant recorded, boolean standing, boolean owed) {}

  static final class Item {
    ItemKind kind = ItemKind.OTHER;
    int targets;
    @Nullable End end;
    @Nullable ItemScope approval;
    // Entries in whose time the item's parts are those of its approval, and what they held.
    final Map<UUID, Long> sent = new HashMap<>();

    void open() {
      end = null;
      approve(null);
    }

    void approve(@Nullable ItemScope scope) {
      end = null;
      approval = scope;
      sent.clear();
    }
  }

  Instant w = Instant.EPOCH;
  Instant r = Instant.EPOCH;
  Instant rc = Instant.EPOCH;
  String agency = "";
  String agencyKind = "";
  boolean emergency;
  boolean refuted;
  @Nullable Instant cr;
  @Nullable Instant d0;
  @Nullable Instant d;
  @Nullable Instant f;
  @Nullable Instant wb;
  @Nullable Instant wc;
  @Nullable Instant wr;
  boolean oral;
  private boolean dueSet;
  private boolean emergencyNow;
  private Channel channel = Channel.OTHER_CONFIRMED;
  private boolean paper;
  private boolean given;
  final List<Item> items = new ArrayList<>();
  final List<Pause> pauses = new ArrayList<>();
  final List<Part> parts = new ArrayList<>();
  final List<Mistake> mistakes = new ArrayList<>();
  final List<Flow> flows = new ArrayList<>();
  final List<After> after = new ArrayList<>();
  private final Map<UUID, RequestEvent> entries = new HashMap<>();
  private final Map<UUID, List<RequestEvent>> lists = new HashMap<>();
  private final Map<UUID, List<DeliveredItem>> sent = new HashMap<>();

  void take(EventHeader header, RequestEvent event) {
    boolean begins = after.isEmpty();
    boolean stood = !begins && after.getLast().standing();
    entries.put(header.id(), event);
    apply(header, event);
    boolean stands = items.stream().anyMatch(item -> item.end == null);
    if (!begins && stands != stood) {
      flows.add(new Flow(header.recordedTime(), stands));
    }
    boolean freed =
        !given
            && items.stream()
                .allMatch(item ->
                    item.end != null
                        && (item.end.kind() == EndKind.REJECTED
                            || item.end.kind() == EndKind.CANCELLED));
    after.add(new After(header.recordedTime(), stands, !freed));
  }

  private void apply(EventHeader header, RequestEvent event) {
    switch (event) {
      case RequestRecorded e -> recorded(header, e);
      case ItemsListed e -> e.items().forEach(this::list);
      case AuthorityVerified e -> refuted = false;
      case AuthorityRefuted e -> refuted = true;
      case DeadlineSet e -> due(header, e);
      case ScopeListed e -> more(e.prepared(), e);
      case DeliveryListed e -> more(e.prepared(), e);
      case CorrectionListed e -> more(e.prepared(), e);
      case AcceptanceApproved e ->
          scopes(e.prepared(), of(e.prepared(), AcceptancePrepared.class).items());
      case EmergencyApproved e ->
          scopes(e.prepared(), of(e.prepared(), EmergencyPrepared.class).items());
      case RefusalApproved e -> {
        RefusalPrepared act = of(e.prepared(), RefusalPrepared.class);
        act.items().forEach(item -> end(item, EndKind.REJECTED, header, act.grounds()));
        reply(header);
      }
      case NoDataApproved e -> {
        of(e.prepared(), NoDataPrepared.class)
            .items()
            .forEach(item -> end(item, EndKind.NO_DATA, header, List.of()));
        reply(header);
      }
      case ExtensionApproved e -> reply(header);
      case MeasureApproved e -> {
        given = true;
        measured(header, of(e.prepared(), MeasurePrepared.class));
        reply(header);
      }
      case DeliveryDispatched e -> {
        given = true;
        dispatched(header, e.prepared());
        reply(header);
      }
      case DeliveryFailed e -> failed(e.delivery());
      case ClarificationAsked e -> {
        pauses.add(new Pause(header.time(), null));
        reply(header);
      }
      case ClarificationReceived e -> resumed(header.time());
      case RequestCancelled e -> {
        cr = header.recordedTime();
        resumed(header.time());
        for (int i = 1; i <= items.size(); i++) {
          if (item(i).end == null) {
            end(i, EndKind.CANCELLED, header, List.of());
          }
        }
      }
      case RequestReopened e -> {
        cr = null;
        e.items().forEach(item -> item(item).open());
      }
      case WritingConfirmed e -> {
        wc = header.time();
        wr = header.recordedTime();
      }
      case ErrorRecorded e -> mistakes.add(new Mistake(header.recordedTime(), e.severity()));
      case CorrectionApproved e -> corrected(header, e.prepared());
      default -> {
        // Says nothing of these figures.
      }
    }
  }

  private void recorded(EventHeader header, RequestRecorded event) {
    w = header.recordedTime();
    r = event.receivedAt();
    rc = r;
    named(event.requestingAgency());
    emergency = event.emergency();
    paper =
        !event.documents().isEmpty()
            || (event.secrecy().aboveNormal() && event.documentDate() != null);
    said(event.emergency(), event.channel());
    event.items().forEach(this::list);
  }

  private void named(RequestingAgency by) {
    agency = by.code().toUpperCase(Locale.ROOT);
    agencyKind = by.kind().name();
  }

  private void said(boolean now, Channel by) {
    emergencyNow = now;
    channel = by;
    oral |= now && (by == Channel.TELEPHONE || (by == Channel.IN_PERSON && !paper));
  }

  private void list(RecordedItem recorded) {
    if (recorded.ordinal() == items.size()) {
      item(recorded.ordinal()).targets += recorded.targets().size();
    } else {
      Item item = new Item();
      item.kind = recorded.kind();
      item.targets = recorded.targets().size();
      items.add(item);
    }
  }

  private void due(EventHeader header, DeadlineSet event) {
    if (event.purpose() == DeadlinePurpose.CONFIRM_IN_WRITING) {
      wb = event.due();
      return;
    }
    boolean late =
        event.cause() == DeadlineCause.EXTENSION && d != null && !header.recordedTime().isBefore(d);
    if (!late) {
      d0 = dueSet ? d0 : event.due();
      dueSet = true;
      d = event.due();
    }
  }

  private void scopes(UUID prepared, List<ItemScope> first) {
    Stream.concat(
            first.stream(),
            lists(prepared, ScopeListed.class).flatMap(list -> list.items().stream()))
        .forEach(scope -> item(scope.item()).approve(scope));
  }

  private void measured(EventHeader header, MeasurePrepared act) {
    End end = item(act.item()).end;
    if (act.measure() != Measure.RESTORE) {
      end(act.item(), EndKind.IN_FORCE, header, List.of());
    } else if (end != null) {
      item(act.item()).end = new End(EndKind.LIFTED, end.time(), end.recorded(), List.of());
    }
  }

  private void dispatched(EventHeader header, UUID prepared) {
    List<DeliveredItem> all =
        Stream.concat(
                of(prepared, DeliveryPrepared.class).items().stream(),
                lists(prepared, DeliveryListed.class).flatMap(list -> list.items().stream()))
            .toList();
    sent.put(header.id(), all);
    for (DeliveredItem each : all) {
      Item item = item(each.item());
      item.sent.merge(header.id(), each.recordCount(), Long::sum);
      long records = item.sent.values().stream().mapToLong(Long::longValue).sum();
      parts.add(new Part(header.recordedTime(), each.item(), beyond(item.approval, each, records)));
      if (each.last()) {
        end(each.item(), EndKind.DISCLOSED, header, List.of());
      } else {
        item.end = null;
      }
    }
  }

  private static boolean beyond(@Nullable ItemScope scope, DeliveredItem part, long records) {
    if (scope == null) {
      return true;
    }
    boolean time =
        scope.period() != null
            && (part.period() == null
                || part.period().from().isBefore(scope.period().from())
                || part.period().to().isAfter(scope.period().to()));
    boolean all = part.targets().isEmpty() != scope.targets().isEmpty();
    return time
        || all
        || part.targets().stream().anyMatch(target -> !scope.targets().contains(target))
        || part.fields().stream().anyMatch(field -> !scope.fields().contains(field))
        || (scope.maximumRecords() != null && records > scope.maximumRecords());
  }

  private void failed(UUID delivery) {
    for (DeliveredItem each : sent.getOrDefault(delivery, List.of())) {
      Item item = item(each.item());
      // It was of the present approval if it is counted under it.
      if (item.sent.remove(delivery) != null
          && item.end != null
          && item.end.kind() == EndKind.DISCLOSED) {
        item.end = null;
      }
    }
  }

  private void resumed(Instant time) {
    pauses.replaceAll(pause -> pause.to() == null ? new Pause(pause.from(), time) : pause);
  }

  private void corrected(EventHeader header, UUID prepared) {
    CorrectionPrepared act = of(prepared, CorrectionPrepared.class);
    mistakes.add(new Mistake(header.recordedTime(), act.severity()));
    RecordedChanges changes = act.changes();
    if (changes == null) {
      return;
    }
    rc = changes.receivedAt() == null ? rc : changes.receivedAt();
    if (changes.requestingAgency() != null) {
      named(changes.requestingAgency());
    }
    said(
        Objects.requireNonNullElse(changes.emergency(), emergencyNow),
        Objects.requireNonNullElse(changes.channel(), channel));
    if (changes.emergency() != null || changes.receivingAgency() != null) {
      items.stream().filter(item -> item.end == null).forEach(Item::open);
    }
    int last = 0;
    for (RecordedItem each :
        Stream.concat(
                changes.items().stream(),
                lists(prepared, CorrectionListed.class).flatMap(list -> list.items().stream()))
            .toList()) {
      if (each.ordinal() == last) {
        item(last).targets += each.targets().size();
      } else if (each.ordinal() > items.size()) {
        list(each);
      } else {
        Item item = item(each.ordinal());
        item.open();
        item.kind = each.kind();
        item.targets = each.targets().size();
      }
      last = each.ordinal();
    }
  }

  private void reply(EventHeader header) {
    f = f == null || header.time().isBefore(f) ? header.time() : f;
  }

  private void end(int ordinal, EndKind kind, EventHeader header, List<RefusalGround> grounds) {
    item(ordinal).end = new End(kind, header.time(), header.recordedTime(), grounds);
  }

  private Item item(int ordinal) {
    return items.get(ordinal - 1);
  }

  private void more(UUID prepared, RequestEvent list) {
    lists.computeIfAbsent(prepared, id -> new ArrayList<>()).add(list);
  }

  private <T> Stream<T> lists(UUID prepared, Class<T> type) {
    return lists.getOrDefault(prepared, List.of()).stream().map(type::cast);
  }

  private <T> T of(UUID prepared, Class<T> type) {
    return type.cast(Objects.requireNonNull(entries.get(prepared)));
  }
}
