package org.disclosureledger.service.disclosure;

import java.util.Map;

/** Opens the committed members of one entry. Whether the caller may, is the caller's check. */
public interface DisclosureVault {
  /**
   * JSON Pointer within {@code data} (RFC 6901) to the value's JSON text; erased ones are absent.
   */
  Map<String, String> open(String ledger, long leafIndex);
}
