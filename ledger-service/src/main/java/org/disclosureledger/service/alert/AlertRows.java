package org.disclosureledger.service.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.disclosureledger.service.projection.SqlTime;

/** Reads a row of the table. */
final class AlertRows {
  private AlertRows() {}

  static Alert row(ResultSet row, int number) throws SQLException {
    return new Alert(
        row.getLong("id"),
        AlertKind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getString("register_number"),
        row.getString("agency"),
        SqlTime.readNullable(row, "due"),
        SqlTime.read(row, "raised_at"),
        SqlTime.readNullable(row, "mailed_at"),
        SqlTime.readNullable(row, "mail_refused_at"),
        SqlTime.readNullable(row, "seen_at"),
        row.getString("seen_by"));
  }
}
