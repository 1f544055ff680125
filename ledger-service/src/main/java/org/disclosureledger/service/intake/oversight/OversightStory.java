package org.disclosureledger.service.intake.oversight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.intake.oversight.OversightDetails.Correction;
import org.disclosureledger.service.intake.oversight.OversightDetails.Outcome;
import org.disclosureledger.service.oversight.event.DrillRecorded;
import org.disclosureledger.service.oversight.event.InspectionRecorded;
import org.disclosureledger.service.oversight.event.NoticeRecorded;
import org.disclosureledger.service.oversight.event.OversightCorrectionApproved;
import org.disclosureledger.service.oversight.event.OversightCorrectionPrepared;
import org.disclosureledger.service.oversight.event.OversightCorrectionReturned;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.story.EntryTexts;
import org.disclosureledger.service.story.EventView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the entries of one inspection, drill or voluntary report say together. A decision on what
 * does not wait for one changes nothing.
 */
final class OversightStory {
  private final Function<StoredEvent, JsonNode> texts;
  private final Map<UUID, Correction> corrections = new LinkedHashMap<>();
  private final Map<UUID, UUID> corrects = new HashMap<>();
  private final Map<UUID, List<UUID>> correctedBy = new HashMap<>();
  private UUID shownBy;
  private JsonNode shown;

  /**
   * @param stream not empty; it begins with what recorded it
   * @param texts an entry's members as far as the reader may see them
   */
  OversightStory(List<StoredEvent> stream, Function<StoredEvent, JsonNode> texts) {
    this.texts = texts;
    StoredEvent first = stream.getFirst();
    shownBy = first.header().id();
    shown = texts.apply(first);
    stream.stream().skip(1).forEach(this::take);
  }

  private void take(StoredEvent stored) {
    EventHeader header = stored.header();
    switch (stored.payload()) {
      case InspectionRecorded unused -> recordedAgain(stored);
      case DrillRecorded unused -> recordedAgain(stored);
      case NoticeRecorded unused -> recordedAgain(stored);
      case OversightCorrectionPrepared prepared -> propose(stored, prepared);
      case OversightCorrectionApproved approved -> {
        Correction correction = decide(approved.prepared(), Outcome.APPROVED, header, null);
        if (correction != null) {
          show(correction, header.id());
        }
      }
      case OversightCorrectionReturned returned ->
          decide(
              returned.prepared(),
              Outcome.RETURNED,
              header,
              EntryTexts.text(texts.apply(stored), "reason"));
      case null, default -> {
        // Says nothing of what was recorded.
      }
    }
  }

  private void recordedAgain(StoredEvent stored) {
    Correction again =
        proposed(stored.header(), Outcome.RECORDED_AGAIN, shownBy, null, texts.apply(stored));
    show(again, stored.header().id());
  }

  private void propose(StoredEvent stored, OversightCorrectionPrepared prepared) {
    JsonNode data = texts.apply(stored);
    String kind =
        prepared.inspection() != null
            ? "inspection"
            : prepared.drill() != null ? "drill" : "notice";
    proposed(
        stored.header(),
        Outcome.OPEN,
        prepared.corrects(),
        EntryTexts.text(data, "reason"),
        data.path(kind));
  }

  private Correction proposed(
      EventHeader header,
      Outcome outcome,
      UUID corrected,
      @Nullable String reason,
      JsonNode content) {
    Correction correction =
        new Correction(
            header.id(),
            outcome,
            corrected,
            header.actor().value(),
            header.recordedTime(),
            reason,
            content,
            null,
            null,
            null);
    corrections.put(header.id(), correction);
    corrects.put(header.id(), corrected);
    return correction;
  }

  private @Nullable Correction decide(
      UUID prepared, Outcome outcome, EventHeader header, @Nullable String returnReason) {
    Correction open = corrections.get(prepared);
    if (open == null || open.outcome() != Outcome.OPEN) {
      return null;
    }
    Correction decided =
        new Correction(
            prepared,
            outcome,
            open.corrects(),
            open.preparedBy(),
            open.preparedAt(),
            open.reason(),
            open.proposed(),
            header.actor().value(),
            header.recordedTime(),
            returnReason);
    corrections.put(prepared, decided);
    corrects.put(header.id(), open.corrects());
    return decided;
  }

  /**
   * @param by event id of the entry since which it holds
   */
  private void show(Correction correction, UUID by) {
    shown = correction.proposed();
    shownBy = correction.prepared();
    correctedBy.computeIfAbsent(correction.corrects(), c -> new ArrayList<>()).add(by);
  }

  /**
   * @param entries the stream's, in order
   */
  OversightDetails told(String ledger, UUID id, List<EventView> entries) {
    List<EventView> history =
        entries.stream()
            .map(entry -> {
              List<UUID> by = correctedBy.get(entry.id());
              return entry.marked(corrects.get(entry.id()), by == null ? null : List.copyOf(by));
            })
            .toList();
    return new OversightDetails(
        ledger,
        id,
        shown,
        shownBy,
        history.getFirst(),
        List.copyOf(corrections.values()),
        history,
        history.getLast().sequence());
  }
}
