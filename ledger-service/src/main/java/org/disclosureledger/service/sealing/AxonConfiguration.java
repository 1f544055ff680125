package org.disclosureledger.service.sealing;

import java.lang.management.ManagementFactory;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What Axon's starter does not find by itself without JPA (ARCHITECTURE §6). */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

  @Bean
  EventStorageEngine ledgerEventStorageEngine(
      EntryStore store, LedgerSealing sealing, JdbcClient writer) {
    return new LedgerEventStorageEngine(store, sealing, writer);
  }

  @Bean
  SignalledEventStore eventStore(EventStorageEngine engine, CommitSignal signal) {
    SignalledEventStore store = SignalledEventStore.over(engine);
    signal.onCommit(store::wake);
    return store;
  }

  /** Commands hold no database connection while they wait for the appender. */
  @Bean
  CommandBus commandBus() {
    return SimpleCommandBus.builder().transactionManager(NoTransactionManager.instance()).build();
  }

  /** For event processors: a batch of projections and its token are one transaction. */
  @Bean
  TransactionManager axonTransactionManager(PlatformTransactionManager writer) {
    return new SpringTransactionManager(writer);
  }

  @Bean
  ConnectionProvider axonConnectionProvider(DataSource writer) {
    return new SpringDataSourceConnectionProvider(writer);
  }

  @Bean
  TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
    return JdbcTokenStore.builder()
        .connectionProvider(connections)
        .serializer(serializer)
        // Unique for each process: two replicas on one host must not share their claims.
        .nodeId(ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID())
        .build();
  }
}
