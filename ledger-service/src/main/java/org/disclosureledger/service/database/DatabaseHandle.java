package org.disclosureledger.service.database;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database in use, and the embedded server to stop at the end, if it is that. */
class DatabaseHandle implements AutoCloseable {
  private final DatabaseConnections connections;
  private final @Nullable EmbeddedPostgreSql embedded;

  private DatabaseHandle(DatabaseConnections connections, @Nullable EmbeddedPostgreSql embedded) {
    this.connections = connections;
    this.embedded = embedded;
  }

  static DatabaseHandle open(DatabaseProperties properties, SecureRandom random) {
    DatabaseConnections configured = properties.configured();
    if (configured != null) {
      ServerCheck.require(configured);
      return new DatabaseHandle(configured, null);
    }
    if (properties.besideAnother()) {
      Optional<DatabaseConnections> running =
          EmbeddedPostgreSql.running(properties.dataDir(), random);
      if (running.isPresent()) {
        return new DatabaseHandle(running.get(), null);
      }
    }
    EmbeddedPostgreSql embedded = EmbeddedPostgreSql.start(properties.dataDir(), random);
    return new DatabaseHandle(embedded.connections(), embedded);
  }

  DatabaseConnections connections() {
    return connections;
  }

  @Override
  public void close() throws IOException {
    if (embedded != null) {
      embedded.close();
    }
  }
}
