package org.disclosureledger.service.sealing;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Columns of a batch as PostgreSQL arrays, for {@code unnest}. */
final class SqlArrays {
  private SqlArrays() {}

  static <T> Array of(
      Connection connection, String type, List<T> from, Function<T, ? extends Object> column)
      throws SQLException {
    Object[] values = type.equals("bytea") ? new byte[from.size()][] : new Object[from.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(from.get(i));
    }
    return connection.createArrayOf(type, values);
  }
}
