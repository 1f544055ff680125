-- Where each event processor stands; the table Axon's JdbcTokenStore expects.
CREATE TABLE tokenentry (
  processorname varchar(255) NOT NULL,
  segment       integer NOT NULL,
  token         bytea,
  tokentype     varchar(255),
  timestamp     varchar(255),
  owner         varchar(255),
  PRIMARY KEY (processorname, segment)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON tokenentry TO ledger_writer;
