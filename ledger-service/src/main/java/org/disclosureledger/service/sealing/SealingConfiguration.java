package org.disclosureledger.service.sealing;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.disclosureledger.service.database.AppenderDatabase;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.disclosure.DigestCover;
import org.disclosureledger.service.disclosure.TermHmac;
import org.disclosureledger.service.disclosure.Vault;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.trace.Traces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SealingConfiguration {

  @Bean
  LedgerClocks ledgerClocks(JdbcClient writer) {
    LedgerClocks clocks = new LedgerClocks(InstantSource.system());
    clocks.databaseSays(
        writer.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant());
    return clocks;
  }

  @Bean
  EventTypes eventTypes(List<EventCatalogue> catalogues) {
    return new EventTypes(catalogues, ShippedTypes.onClassPath());
  }

  @Bean
  EventJson eventJson() {
    return new EventJson(new SecureRandom());
  }

  @Bean
  LedgerDirectory ledgerDirectory(JdbcClient writer) {
    return new JdbcLedgerDirectory(writer);
  }

  @Bean
  LedgerTree ledgerTree(LedgerReader reader, LedgerDirectory directory) {
    return new LedgerTree(reader, directory);
  }

  @Bean
  AnswerStore answerStore(JdbcClient writer, DigestCover cover) {
    return new AnswerStore(writer, cover);
  }

  @Bean
  EntryStore entryStore(
      JdbcClient writer,
      LedgerReader reader,
      LedgerDirectory directory,
      EventTypes types,
      EventJson json) {
    return new JdbcEntryStore(writer, reader, directory, new StoredRows(types, json));
  }

  @Bean(initMethod = "start")
  CommitSignal commitSignal(AppenderDatabase database) {
    return new CommitSignal(database.dataSource());
  }

  @Bean(initMethod = "start")
  LedgerAppender ledgerAppender(
      AppenderDatabase database,
      LedgerClocks clocks,
      KeyRing keys,
      HeadGuard guard,
      EventTypes types,
      ObjectProvider<AppendObserver> observer,
      ObjectProvider<TraceKeeper> traces) {
    DataSource own = database.dataSource();
    return new LedgerAppender(
        own,
        clocks,
        new HeadSigner(keys, guard),
        new RegisterNumbering(types::isNumbered),
        observer.getIfAvailable(() -> AppendObserver.NONE),
        traces.getIfAvailable(() -> TraceKeeper.NONE));
  }

  @Bean
  RegisterNumbers registerNumbers(LedgerReader reader) {
    return new RegisterNumbers(reader);
  }

  @Bean
  LedgerSealing ledgerSealing(
      EventTypes types,
      EventJson json,
      KeyRing keys,
      Vault vault,
      TermHmac hmac,
      LedgerClocks clocks,
      LedgerAppender appender,
      Traces traces) {
    return new LedgerSealing(types, json, keys, vault, hmac, clocks, appender, traces);
  }

  @Bean
  SealedDisclosures disclosureVault(EntryStore store, LedgerDirectory directory, Vault vault) {
    return new SealedDisclosures(store, directory, vault);
  }

  @Bean
  DisclosureFiles disclosureFiles(LedgerReader reader, EntryStore store, Vault vault) {
    return new DisclosureFiles(reader, store, vault);
  }
}
