package org.disclosureledger.service.projection;

import java.util.List;

/** Writes many rows at once. */
@FunctionalInterface
public interface RowCopy {
  /**
   * @param table one of the projection's own
   * @param columns its columns, in the order of each row's values
   * @param text the rows in PostgreSQL's COPY format, as {@link CopyText} makes it
   */
  void copy(String table, List<String> columns, CopyText text);
}
