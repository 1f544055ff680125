package org.disclosureledger.service.projection;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.StreamableMessageSource;
import org.disclosureledger.service.sealing.EntryStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One pooled streaming processor a projection, each with a single segment: order is kept. */
@Configuration(proxyBeanMethods = false)
class AxonProjectionConfiguration {
  private static final Logger log = LoggerFactory.getLogger(AxonProjectionConfiguration.class);
  private static final int BATCH = 100;
  private static final long LONG = 20_000;

  @Bean
  ProjectionRebuild projectionRebuild(
      DataSource writer,
      PlatformTransactionManager transactions,
      EntryStore store,
      List<Projector> projectors,
      @Value("${ledger.reader-role:ledger_reader}") String readerRole) {
    return new ProjectionRebuild(
        writer, new TransactionTemplate(transactions), store, projectors, readerRole);
  }

  /** A process that only rebuilds feeds nothing. */
  @Bean
  @ConditionalOnExpression("'${ledger.rebuild:}'.isEmpty()")
  ConfigurerModule projectionProcessors(ProjectionRebuild rebuild, EntryStore store) {
    return configurer -> {
      configurer.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, () -> prepare(rebuild));
      rebuild.names().forEach(name -> register(configurer, name, rebuild, store));
    };
  }

  private static void prepare(ProjectionRebuild rebuild) {
    for (String name : rebuild.names()) {
      AtomicLong told = new AtomicLong();
      rebuild.prepare(
          name,
          (done, total) -> {
            // A short wait needs no words; a long one is told by tenths.
            long tenth = done * 10 / Math.max(1, total);
            if (total >= LONG && tenth != told.getAndSet(tenth)) {
              log.info("projection {}: {} of {} entries", name, done, total);
            }
          });
    }
    rebuild.dropFormer();
  }

  private static void register(
      Configurer configurer, String name, ProjectionRebuild rebuild, EntryStore store) {
    ProjectionFeed feed = new ProjectionFeed(rebuild.tables(name), store);
    configurer
        .eventProcessing()
        .registerEventHandler(configuration -> feed)
        .assignHandlerInstancesMatching(name, handler -> handler == feed)
        .registerPooledStreamingEventProcessor(
            name,
            org.axonframework.config.Configuration::eventStore,
            (configuration, builder) ->
                builder
                    .initialSegmentCount(1)
                    .batchSize(BATCH)
                    .initialToken(StreamableMessageSource::createTailToken))
        // An event that cannot be applied is tried again, never left out.
        .registerListenerInvocationErrorHandler(
            name, configuration -> PropagatingErrorHandler.instance())
        .registerErrorHandler(name, configuration -> PropagatingErrorHandler.instance());
  }
}
