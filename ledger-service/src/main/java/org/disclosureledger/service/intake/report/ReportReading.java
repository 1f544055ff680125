package org.disclosureledger.service.intake.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.report.ReportName;
import org.disclosureledger.service.report.ReportRule;
import org.disclosureledger.service.report.event.ReportAmended;
import org.disclosureledger.service.report.event.ReportEvent;
import org.disclosureledger.service.report.event.ReportFrozen;
import org.disclosureledger.service.report.event.ReportHead;
import org.disclosureledger.service.report.event.ReportListed;
import org.disclosureledger.service.report.event.ReportSubmitted;
import org.disclosureledger.service.report.event.StatedRow;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.statistics.StatisticsQuery;
import org.disclosureledger.service.story.EntryTexts;
import org.disclosureledger.service.story.EventViews;
import org.disclosureledger.service.viewing.Viewer;
import org.disclosureledger.service.viewing.Views;
import org.disclosureledger.service.vocabulary.ViewedPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads one report from its stream, so that what was just frozen is there. */
@Component
class ReportReading {
  /** Whoever reads a report's figures may read why they were stated anew, and where they went. */
  private static final Set<ActorRole> MAY_OPEN =
      Set.of(ActorRole.LEGAL, ActorRole.APPROVER, ActorRole.SUPERVISOR, ActorRole.AUDITOR);

  private final EntryStore store;
  private final EventViews events;
  private final Views views;

  ReportReading(EntryStore store, DisclosureVault vault, Views views) {
    this.store = store;
    this.events = new EventViews(vault);
    this.views = views;
  }

  /**
   * With committed texts for who opens them, which leaves a trace where there are any.
   *
   * @throws CommandRefused with {@link ReportRule#REPORT_NOT_FOUND}, or for want of a purpose
   */
  ReportDetails opened(LedgerDescription ledger, String name, Viewer viewer) {
    ReportName report = ReportName.of(name).orElseThrow(ReportReading::unknown);
    return views.openByRole(
            ledger,
            viewer,
            new Views.OfRoles(report.stream(), MAY_OPEN),
            // The trace of it is no part of the question: what is recorded is not cut off.
            open -> StatisticsQuery.question(() -> read(ledger, report, open)),
            read -> read.texts.isEmpty() ? Set.of() : Set.of(ViewedPart.REPORT))
        .details;
  }

  /**
   * With no committed text.
   *
   * @throws CommandRefused with {@link ReportRule#REPORT_NOT_FOUND}
   */
  ReportDetails one(LedgerDescription ledger, String name) {
    return read(ledger, ReportName.of(name).orElseThrow(ReportReading::unknown), false).details;
  }

  /**
   * What was read.
   *
   * @param texts committed ones that stand in it, opened
   */
  private record Read(ReportDetails details, List<String> texts) {}

  private Read read(LedgerDescription ledger, ReportName report, boolean open) {
    List<StoredEvent> stream = store.stream(ledger.name(), report.stream());
    if (stream.isEmpty() || !(stream.getFirst().payload() instanceof ReportFrozen frozen)) {
      throw unknown();
    }
    Fold fold = new Fold(stored -> events.filled(ledger.name(), stored, open));
    stream.forEach(fold::take);
    ReportDetails details =
        new ReportDetails(
            report.value(),
            frozen.kind(),
            frozen.from(),
            frozen.to(),
            frozen.previous(),
            fold.difference,
            frozen.dueBy(),
            List.copyOf(fold.versions),
            List.copyOf(fold.submissions),
            stream.getLast().header().sequence());
    return new Read(details, open ? List.copyOf(fold.texts) : List.of());
  }

  /**
   * Before all is counted for nothing; the decision looks again.
   *
   * @param expected the stream's last sequence the caller has seen; absent to ask for none
   * @throws CommandRefused with {@link ReportRule#REPORT_EXISTS}, or as {@link #requireSeen}
   */
  void requireNone(LedgerDescription ledger, ReportName report, @Nullable Long expected) {
    List<StoredEvent> last = store.latest(ledger.name(), report.stream(), 1);
    if (!last.isEmpty()) {
      requireSeen(last.getLast().header().sequence(), expected);
      throw new CommandRefused(ReportRule.REPORT_EXISTS, "it has been frozen");
    }
  }

  /**
   * The same of what its caller has seen.
   *
   * @param sequence the stream's last one
   * @throws CommandRefused with {@link ReportRule#STALE_VERSION}
   */
  static void requireSeen(long sequence, @Nullable Long expected) {
    if (expected != null && expected != sequence) {
      throw new CommandRefused(ReportRule.STALE_VERSION, "its last sequence is " + sequence);
    }
  }

  static CommandRefused unknown() {
    return new CommandRefused(ReportRule.REPORT_NOT_FOUND, "nothing of this name");
  }

  private static final class Fold {
    final List<ReportDetails.Version> versions = new ArrayList<>();
    final List<ReportDetails.Sent> submissions = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
    private final Map<UUID, List<StatedRow>> rows = new HashMap<>();
    private final EntryTexts filled;
    @Nullable String difference;

    Fold(EntryTexts filled) {
      this.filled = filled;
    }

    void take(StoredEvent stored) {
      if (stored.payload() instanceof ReportEvent event) {
        take(stored, stored.header(), event);
      }
    }

    private void take(StoredEvent stored, EventHeader header, ReportEvent event) {
      switch (event) {
        case ReportFrozen frozen -> {
          difference = text(filled.of(stored), "difference");
          version(header, frozen.asOf(), null, frozen.head(), frozen.rows());
        }
        case ReportAmended amended -> {
          String reason = text(filled.of(stored), "reason");
          version(header, amended.asOf(), reason, amended.head(), amended.rows());
        }
        case ReportListed listed -> {
          List<StatedRow> all = rows.get(listed.report());
          if (all == null) {
            throw new IllegalStateException("a list goes on with no report");
          }
          all.addAll(listed.rows());
        }
        case ReportSubmitted submitted -> {
          JsonNode data = filled.of(stored);
          submissions.add(
              new ReportDetails.Sent(
                  submitted.report(),
                  submitted.recipient(),
                  header.time(),
                  header.recordedTime(),
                  header.leafIndex(),
                  text(data, "number"),
                  text(data, "receipt")));
        }
      }
    }

    private @Nullable String text(JsonNode data, String member) {
      String text = EntryTexts.text(data, member);
      if (text != null) {
        texts.add(text);
      }
      return text;
    }

    private void version(
        EventHeader header,
        Instant asOf,
        @Nullable String reason,
        ReportHead head,
        List<StatedRow> first) {
      List<StatedRow> all = new ArrayList<>(first);
      rows.put(header.id(), all);
      versions.add(
          new ReportDetails.Version(
              header.id(), header.leafIndex(), header.recordedTime(), asOf, reason, head, all));
    }
  }
}
