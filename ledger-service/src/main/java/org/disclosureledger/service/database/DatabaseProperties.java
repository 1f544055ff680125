package org.disclosureledger.service.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Where the database is. With {@code spring.datasource.url} unset, an embedded one starts in {@code
 * ledger.data-dir} (default {@code data}); else the writer logs in by {@code spring.datasource.*},
 * the owner by {@code spring.flyway.user} and {@code .password}, the reader by {@code
 * ledger.reader.username} and {@code .password}.
 *
 * @param besideAnother whether this process may share the embedded server of one that serves: it
 *     only rebuilds a projection ({@code ledger.rebuild})
 */
record DatabaseProperties(
    Path dataDir, @Nullable DatabaseConnections configured, boolean besideAnother) {

  /**
   * @throws StartRefused when one of the three logins is missing
   */
  static DatabaseProperties of(Environment environment) {
    Path dataDir = Path.of(environment.getProperty("ledger.data-dir", "data"));
    String url = environment.getProperty("spring.datasource.url");
    if (url == null) {
      return new DatabaseProperties(dataDir, null, environment.containsProperty("ledger.rebuild"));
    }
    return new DatabaseProperties(
        dataDir,
        new DatabaseConnections(
            url,
            login(environment, "spring.flyway.user", "spring.flyway.password"),
            login(environment, "spring.datasource.username", "spring.datasource.password"),
            login(environment, "ledger.reader.username", "ledger.reader.password")),
        false);
  }

  private static DatabaseConnections.Login login(
      Environment environment, String user, String password) {
    return new DatabaseConnections.Login(
        required(environment, user), required(environment, password));
  }

  private static String required(Environment environment, String name) {
    String value = environment.getProperty(name);
    if (value == null) {
      throw new StartRefused("spring.datasource.url is set, but " + name + " is not");
    }
    return value;
  }
}
