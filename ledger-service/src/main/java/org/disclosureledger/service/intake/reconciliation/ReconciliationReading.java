package org.disclosureledger.service.intake.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.reconciliation.ReconciliationRule;
import org.disclosureledger.service.reconciliation.event.Difference;
import org.disclosureledger.service.reconciliation.event.ReconciliationRecorded;
import org.disclosureledger.service.reconciliationregister.ReconciliationRow;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads one reconciliation from its stream, so that what was just recorded is there. */
@Component
class ReconciliationReading {
  private final EntryStore store;
  private final DisclosureVault vault;
  private final JsonMapper json = JsonMapper.builder().build();

  ReconciliationReading(EntryStore store, DisclosureVault vault) {
    this.store = store;
    this.vault = vault;
  }

  /**
   * @throws CommandRefused with {@link ReconciliationRule#RECONCILIATION_NOT_FOUND}
   */
  ReconciliationRow one(LedgerDescription ledger, UUID id) {
    StoredEvent stored = stored(ledger, id);
    return ReconciliationRow.of(
        id, stored.header().leafIndex(), stored.header().recordedTime(), recorded(stored));
  }

  /**
   * What is not matched, in the order of the record; for officers, who may open it.
   *
   * @throws CommandRefused with {@link ReconciliationRule#RECONCILIATION_NOT_FOUND} or {@link
   *     ReconciliationRule#DIFFERENCES_ERASED}
   */
  List<Difference> differences(LedgerDescription ledger, UUID id) {
    StoredEvent stored = stored(ledger, id);
    int parts = recorded(stored).differences().size();
    if (parts == 0) {
      return List.of();
    }
    Map<String, String> opened = vault.open(ledger.name(), stored.header().leafIndex());
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      String rows = opened.get("/differences/" + i + "/rows");
      if (rows == null) {
        throw new CommandRefused(ReconciliationRule.DIFFERENCES_ERASED, "the counts remain");
      }
      differences.addAll(List.of(json.readValue(rows, Difference[].class)));
    }
    return differences;
  }

  private StoredEvent stored(LedgerDescription ledger, UUID id) {
    List<StoredEvent> stream = store.stream(ledger.name(), new StreamId("reconciliation/" + id));
    if (stream.isEmpty()) {
      throw new CommandRefused(ReconciliationRule.RECONCILIATION_NOT_FOUND, "nothing of this id");
    }
    return stream.getFirst();
  }

  private static ReconciliationRecorded recorded(StoredEvent stored) {
    if (stored.payload() instanceof ReconciliationRecorded event) {
      return event;
    }
    throw new IllegalStateException("a reconciliation begins with another event");
  }
}
