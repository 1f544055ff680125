package org.disclosureledger.service.sealing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.format.CommitmentSlot;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.disclosure.Vault;

/** Ties what the vault holds to the slots of the entry that commits to it. */
class SealedDisclosures implements DisclosureVault {
  private final EntryStore store;
  private final LedgerDirectory directory;
  private final Vault vault;

  SealedDisclosures(EntryStore store, LedgerDirectory directory, Vault vault) {
    this.store = store;
    this.directory = directory;
    this.vault = vault;
  }

  @Override
  public Map<String, String> open(String ledger, long leafIndex) {
    LedgerDescription description = directory.find(ledger).orElseThrow();
    StoredEvent event = store.entry(ledger, leafIndex).orElseThrow();
    List<Disclosure> disclosures =
        vault.open(description.id(), event.header().subject(), leafIndex);
    Map<String, Disclosure> byDigest = new LinkedHashMap<>();
    disclosures.forEach(d -> byDigest.put(d.digest(), d));
    Map<String, String> values = new LinkedHashMap<>();
    for (CommitmentSlot slot : event.entry().slots()) {
      Disclosure disclosure = byDigest.get(slot.digest());
      if (disclosure != null) {
        values.put(slot.pointer(), new String(disclosure.valueJson(), StandardCharsets.UTF_8));
      }
    }
    return values;
  }
}
