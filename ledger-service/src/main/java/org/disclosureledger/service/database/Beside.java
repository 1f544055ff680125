package org.disclosureledger.service.database;

import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is read meanwhile, of the same moment, for the same question. */
@FunctionalInterface
public interface Beside {
  /**
   * Begins to read.
   *
   * @return waits for what was read, once, and throws what the reading has thrown
   */
  <T> Supplier<T> read(Function<JdbcClient, T> query);

  /** Where there is one transaction: it is read when it is waited for. */
  static Beside one(JdbcClient db) {
    return new Beside() {
      @Override
      public <T> Supplier<T> read(Function<JdbcClient, T> query) {
        return () -> query.apply(db);
      }
    };
  }
}
