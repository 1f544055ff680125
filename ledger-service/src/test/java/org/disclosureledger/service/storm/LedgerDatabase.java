package org.disclosureledger.service.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A ledger database seen past the service: who connects may be a superuser. */
record LedgerDatabase(String url, String user, String password) {

  /** The embedded PostgreSQL of a running service, as its superuser. */
  static LedgerDatabase of(ServiceProcess service) {
    return of(service, "postgres");
  }

  /** As the role whose password lies in {@code secrets/<role>}. */
  static LedgerDatabase of(ServiceProcess service, String role) {
    try {
      String password =
          Files.readString(service.dataDir().resolve("secrets").resolve(role)).strip();
      String url = "jdbc:postgresql://localhost:" + service.postgreSqlPort() + "/ledger";
      return new LedgerDatabase(url, role, password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LedgerDatabase withPassword(String other) {
    return new LedgerDatabase(url, user, other);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** The first column of every row, as text. */
  List<String> texts(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  String text(String query) throws SQLException {
    List<String> texts = texts(query);
    if (texts.size() != 1) {
      throw new AssertionError(query + " gives " + texts);
    }
    return texts.getFirst();
  }

  /** Positions after {@code last}, ascending: what a consumer asks for again and again. */
  static List<Long> positionsAfter(Connection connection, long last, int limit)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT position FROM entry WHERE position > ? ORDER BY position LIMIT ?")) {
      query.setLong(1, last);
      query.setInt(2, limit);
      List<Long> positions = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          positions.add(rows.getLong(1));
        }
      }
      return positions;
    }
  }
}
