package org.disclosureledger.service.database;

/**
 * Where the database is and who connects to it (ARCHITECTURE §3).
 *
 * @param url JDBC URL without credentials
 * @param owner runs migrations
 * @param writer appender and projections: all ledgers
 * @param reader HTTP queries: one ledger a transaction, by row-level security
 */
record DatabaseConnections(String url, Login owner, Login writer, Login reader) {

  record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  @Override
  public String toString() {
    return url;
  }
}
