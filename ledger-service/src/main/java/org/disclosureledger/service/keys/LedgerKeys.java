package org.disclosureledger.service.keys;

import java.util.Optional;
import org.disclosureledger.service.database.StartRefused;

/**
 * One ledger's signing keys, all different (FORMAT §3).
 *
 * @param authorityKey only needed to open a ledger and to rotate its keys; production keeps it off
 *     line meanwhile, the embedded default in a file of its own
 */
public record LedgerKeys(
    Optional<EntrySigner> authorityKey, EntrySigner entry, CheckpointSigner checkpoint) {

  /**
   * @throws StartRefused when the authority key is off line
   */
  public EntrySigner authority() {
    return authorityKey.orElseThrow(() ->
        new StartRefused(
            "the authority key of "
                + checkpoint.verifierKey().name()
                + " is not in authority.p12; opening a ledger and rotating its keys need it"));
  }
}
