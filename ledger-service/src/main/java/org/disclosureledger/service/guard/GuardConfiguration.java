package org.disclosureledger.service.guard;

import java.nio.file.Path;
import java.util.List;
import org.disclosureledger.service.database.DefaultFiles;
import org.disclosureledger.service.disclosure.LookupHmac;
import org.disclosureledger.service.kafka.Brokers;
import org.disclosureledger.service.kafka.TopicNames;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.sealing.LedgerTree;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Heads in files always, and in the topics where there are brokers. */
@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

  @Bean
  KeptHeads keptHeads(
      LedgerDirectory ledgers,
      LedgerTree tree,
      KeyRing keys,
      ObjectProvider<Brokers> brokers,
      TopicNames names,
      @Value("${ledger.heads-dir:}") String configured,
      @Value("${ledger.data-dir:data}") Path data,
      @Value("${spring.datasource.url:}") String ownDatabase) {
    Path folder =
        configured.isBlank() ? DefaultFiles.heads(data, ownDatabase) : Path.of(configured);
    List<OutsideHeads> elsewhere =
        brokers.stream()
            .<OutsideHeads>map(each -> new HeadTopic(each, names, new LookupHmac(keys.lookupKey())))
            .toList();
    return new KeptHeads(ledgers, tree, keys, new HeadFiles(folder), elsewhere, System::nanoTime);
  }
}
