package org.disclosureledger.service.disclosure;

/**
 * Which rows of {@code lookup} count: what was recorded, and what a correction changes once it is
 * approved. What was only prepared, or returned, was never asked. One act is open at a time, so the
 * next entry about a correction, but for the lists it goes on in, says what became of it; no
 * entry's content is read.
 */
final class CountedLookups {
  /** All of them. */
  static final String ROWS = of("lookup");

  private CountedLookups() {}

  /**
   * A row source with the columns of another and {@code counts_from}, a leaf index.
   *
   * @param source name with the columns of {@code lookup}
   */
  static String of(String source) {
    return """
    (SELECT k.*, coalesce(next.leaf_index, k.leaf_index) AS counts_from
     FROM %s k
     JOIN entry e ON e.ledger_id = k.ledger_id AND e.leaf_index = k.leaf_index
     LEFT JOIN LATERAL (
       SELECT n.type, n.leaf_index FROM entry n
       WHERE n.ledger_id = e.ledger_id AND n.stream_id = e.stream_id AND n.sequence > e.sequence
         AND n.type LIKE 'org.disclosureledger.correction.%%'
         AND n.type NOT LIKE 'org.disclosureledger.correction.listed.v%%'
       ORDER BY n.sequence LIMIT 1) next
       ON e.type LIKE 'org.disclosureledger.correction.%%'
     WHERE e.type NOT LIKE 'org.disclosureledger.correction.%%'
       OR next.type LIKE 'org.disclosureledger.correction.approved.v%%')\
    """
        .formatted(source);
  }
}
