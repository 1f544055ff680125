package org.disclosureledger.service.sealing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose commits fail on demand, with or without having reached the disk. */
final class FaultySource implements DataSource {
  /** The pair of ways in which a commit fails. */
  enum Fault {
    FAILED_AND_PERSISTED,
    FAILED_AND_NOT_PERSISTED
  }

  private final DataSource real;
  private final AtomicReference<@Nullable Fault> next = new AtomicReference<>();
  private final AtomicInteger commitsBefore = new AtomicInteger();

  FaultySource(DataSource real) {
    this.real = real;
  }

  /** After so many good commits, the next one fails; once. */
  void arm(Fault fault, int goodCommitsBefore) {
    commitsBefore.set(goodCommitsBefore);
    next.set(fault);
  }

  boolean isArmed() {
    return next.get() != null;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = real.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("commit")) {
                commit(connection);
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void commit(Connection connection) throws SQLException {
    Fault fault = next.get();
    if (fault != null && commitsBefore.getAndDecrement() == 0) {
      next.set(null);
      if (fault == Fault.FAILED_AND_PERSISTED) {
        connection.commit();
      } else {
        connection.rollback();
      }
      throw new SQLException("the connection broke during commit", "08006");
    }
    connection.commit();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return real.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    real.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    real.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return real.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return real.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return real.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return real.isWrapperFor(type);
  }
}
