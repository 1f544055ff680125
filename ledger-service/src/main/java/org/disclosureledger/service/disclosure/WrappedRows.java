package org.disclosureledger.service.disclosure;

import java.util.List;
import org.disclosureledger.service.keys.KeyRing.Purpose;
import org.disclosureledger.service.keys.KeyRing.WrappingKey;

/** What of the database key-encryption keys of one purpose wrap. */
interface WrappedRows {
  Purpose purpose();

  /** Their tables, in the order in which the appender writes them. */
  String tables();

  /** A condition on {@code k}, a row of {@code key_encryption_key}: it wraps something. */
  String wrappedByK();

  /**
   * Wraps by the key in force what others wrap, in batches. Rows that another process is at are
   * left to it; one that does not open is left as it is, said loudly, and keeps its key.
   *
   * @param others ids of the other keys that the ring has
   * @return how many do not open
   */
  long wrapAnew(WrappingKey current, List<String> others);
}
