package org.disclosureledger.service.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.disclosureledger.service.request.Dispatch;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.content.AgencyName;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/** Random corrections of what was recorded, or of any other entry in words. */
final class SyntheticChanges {
  private static final String STARRED = SyntheticCommands.STARRED;

  private final Random random;
  private final Instant now;

  SyntheticChanges(Random random, Instant now) {
    this.random = random;
    this.now = now;
  }

  PrepareCorrection correction(UUID id, RequestState state) {
    boolean ofRecording = random.nextInt(4) > 0;
    UUID corrects =
        ofRecording
            ? state.entries().getFirst()
            : anyOf(state.entries(), state.dispatches().stream().map(Dispatch::id).toList());
    Changes changes = ofRecording ? changes(state) : null;
    boolean disclosed =
        state.dispatches().stream().anyMatch(each -> each.isOf(corrects))
            || (changes != null
                && changes.items().stream().anyMatch(each -> state.handedOver(each.ordinal())));
    return new PrepareCorrection(
        id,
        corrects,
        null,
        disclosed ? ErrorSeverity.REPORTABLE : ErrorSeverity.RECORDABLE,
        STARRED,
        STARRED,
        changes,
        null);
  }

  /** As often what was handed over, if anything was. */
  private UUID anyOf(List<UUID> entries, List<UUID> dispatched) {
    List<UUID> from = dispatched.isEmpty() || random.nextBoolean() ? entries : dispatched;
    return from.get(random.nextInt(from.size()));
  }

  private Changes changes(RequestState state) {
    return new Changes(
        sometimes(now.minus(Duration.ofHours(random.nextInt(40)))),
        sometimes(random.nextBoolean() ? Channel.FAX : Channel.TELEPHONE),
        sometimes(new AgencyName("CQ-" + (1 + random.nextInt(4)), AgencyKind.COURT, STARRED)),
        sometimes("CQ-" + (1 + random.nextInt(4))),
        sometimes(STARRED),
        null,
        null,
        sometimes(STARRED),
        null,
        sometimes(CaseType.OTHER),
        sometimes(Priority.HIGH),
        sometimes(random.nextBoolean()),
        sometimes(Urgency.EXPRESS),
        // Above Thường the random texts of what follows would all be refused.
        null,
        sometimes(now.plus(Duration.ofHours(random.nextInt(40)))),
        random.nextBoolean() ? List.of() : List.of(item(state)));
  }

  private <T> @Nullable T sometimes(T value) {
    return random.nextInt(3) == 0 ? value : null;
  }

  private CorrectedItem item(RequestState state) {
    ItemKind[] kinds = ItemKind.values();
    return new CorrectedItem(
        1 + random.nextInt(state.items().size() + 1),
        new RequestedItem(
            kinds[random.nextInt(kinds.length)],
            Collections.nCopies(random.nextInt(12) == 0 ? 800 : 1, new RequestedTarget(STARRED)),
            List.of(DataField.OTHER),
            null,
            50L));
  }
}
