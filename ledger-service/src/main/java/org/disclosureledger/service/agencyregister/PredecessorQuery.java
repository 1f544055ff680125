package org.disclosureledger.service.agencyregister;

import java.util.List;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.springframework.stereotype.Component;

/** Which agencies one has succeeded; it may lag behind the ledger by moments. */
@Component
public class PredecessorQuery {
  /** Most agencies that are followed back. */
  public static final int MAX_PREDECESSORS = 64;

  private final LedgerReader reader;

  PredecessorQuery(LedgerReader reader) {
    this.reader = reader;
  }

  /** The position up to which the rows tell of the ledger. */
  public long applied(LedgerDescription ledger) {
    return reader.in(
        ledger.id(),
        db ->
            db.sql("SELECT position FROM agency.applied")
                .query((row, n) -> row.getLong(1))
                .single());
  }

  /**
   * Codes of the agencies whose successor it is, and of theirs, without its own; at most {@link
   * #MAX_PREDECESSORS} and one more.
   *
   * @param code in upper case
   */
  public List<String> of(LedgerDescription ledger, String code) {
    return reader.in(
        ledger.id(),
        db ->
            db.sql(
                    """
                    WITH RECURSIVE before(code) AS (
                      SELECT CAST(:code AS text)
                      UNION
                      SELECT a.code FROM agency.agency a JOIN before b ON a.successor = b.code
                      WHERE a.ledger = :ledger)
                    SELECT code FROM before WHERE code <> :code
                    ORDER BY code COLLATE "C" LIMIT :limit\
                    """)
                .param("code", code)
                .param("ledger", ledger.name())
                .param("limit", MAX_PREDECESSORS + 1)
                .query((row, n) -> row.getString(1))
                .list());
  }
}
