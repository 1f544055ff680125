package org.disclosureledger.service.projection;

import java.util.List;
import org.disclosureledger.service.envelope.EventHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Turns events into rows. Its tables are made by the class path resource {@code
 * /projections/<name>.sql}, with unqualified names, in a PostgreSQL schema named like the
 * projection; they hold no starred value.
 */
public interface Projector {
  /** Name of projection, schema and processor: lower-case letters. */
  String name();

  /** Raised when the same events shall give other rows, so that the next start rebuilds. */
  int version();

  /**
   * Applies one event, in the order of positions, each exactly once.
   *
   * @param payload the event record; {@code null} or of a foreign class for an unknown type
   * @param db unqualified names are the projection's tables, within the batch's transaction
   */
  void apply(EventHeader header, @Nullable Object payload, JdbcClient db);

  /** An event as {@link #apply(EventHeader, Object, JdbcClient)} takes it. */
  record Given(EventHeader header, @Nullable Object payload) {}

  /**
   * Applies some events, in the order of positions. Who would read and write the same rows again
   * and again for each does so once for all.
   *
   * @param rows writes many rows at once, in the same transaction and tables
   */
  default void apply(List<Given> batch, JdbcClient db, RowCopy rows) {
    batch.forEach(given -> apply(given.header(), given.payload(), db));
  }
}
