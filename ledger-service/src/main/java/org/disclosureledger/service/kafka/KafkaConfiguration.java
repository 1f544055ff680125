package org.disclosureledger.service.kafka;

import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brokers, if any are named or one of our own is asked for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
class KafkaConfiguration {
  private static final String EMBEDDED =
      "${ledger.kafka.embedded:false} and '${ledger.rebuild:}'.isEmpty()";

  @Bean
  TopicNames topicNames(KafkaSettings settings) {
    return new TopicNames(settings.topicPrefix());
  }

  @Bean
  @ConditionalOnExpression(EMBEDDED)
  EmbeddedBroker embeddedBroker(
      KafkaSettings settings, @Value("${ledger.data-dir:data}") Path dataDir) {
    return EmbeddedBroker.start(dataDir.resolve("kafka"), settings.embeddedPort());
  }

  @Bean
  @WhenKafkaIsOn
  Brokers brokers(KafkaSettings settings, ObjectProvider<EmbeddedBroker> embedded) {
    EmbeddedBroker own = embedded.getIfAvailable();
    Brokers brokers =
        new Brokers(own == null ? settings.bootstrapServers() : own.servers(), settings);
    brokers.require();
    return brokers;
  }
}
