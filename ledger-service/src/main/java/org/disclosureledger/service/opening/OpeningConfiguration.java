package org.disclosureledger.service.opening;

import org.disclosureledger.service.envelope.EventIds;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OpeningProperties.class)
class OpeningConfiguration {

  @Bean
  EventIds eventIds() {
    return EventIds.secure();
  }

  @Bean
  TransactionTemplate writerTransaction(PlatformTransactionManager writer) {
    return new TransactionTemplate(writer);
  }
}
