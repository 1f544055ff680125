package org.disclosureledger.service.timer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.disclosureledger.service.alert.Alerts;
import org.disclosureledger.service.attachment.AttachmentIntake;
import org.disclosureledger.service.disclosure.KeyEncryptionKeys;
import org.disclosureledger.service.dispatch.CommandDispatcher;
import org.disclosureledger.service.envelope.UnknownLedger;
import org.disclosureledger.service.erasure.ErasureCompletion;
import org.disclosureledger.service.rate.RateLimits;
import org.disclosureledger.service.register.OpenRequests;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** db-scheduler on the ledger's PostgreSQL: timers outlive processes and fire in one of them. */
@Configuration(proxyBeanMethods = false)
class TimerConfiguration {
  private static final Duration POLLING = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration AT_SHUTDOWN = Duration.ofSeconds(10);
  private static final int THREADS = 3;

  /** A sample ledger's clock is its own, so its confirmations are missed by its own script. */
  @Bean
  TimerClient timerClient(@Qualifier("writer") DataSource writer, LedgerDirectory directory) {
    SchedulerClient client = client(writer);
    return (timer, due) -> {
      if (!isSample(directory, timer.ledger())) {
        client.scheduleIfNotExists(
            new TaskInstance<>(ConfirmationDue.TASK, timer.instance().getId()), due);
      }
    };
  }

  /** The script of a sample adopts nothing: what is adopted there somebody adopts by hand. */
  @Bean
  RecountClient recountClient(@Qualifier("writer") DataSource writer, Recounts recounts) {
    SchedulerClient client = client(writer);
    return recount -> {
      // A rebuild reads all adoptions again.
      if (!recounts.isKnown(recount)) {
        client.scheduleIfNotExists(
            new TaskInstance<>(Recount.TASK, recount.instance()), Instant.now());
      }
    };
  }

  private static SchedulerClient client(DataSource writer) {
    return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(writer)).build();
  }

  private static boolean isSample(LedgerDirectory directory, String ledger) {
    return directory.find(ledger).map(LedgerDescription::sample).orElse(false);
  }

  @Bean
  RecountOne recountOne(ObjectProvider<CommandDispatcher> dispatcher, EntryStore store) {
    return new RecountOne(dispatcher::getObject, store);
  }

  @Bean
  LateRecountTask lateRecountTask(RecountOne one, Alerts alerts, MeterRegistry meters) {
    return new LateRecountTask(
        one, alerts::recountFailed, meters.counter("ledger.recounts.refused"));
  }

  /** What the register says is open. */
  @Bean
  RecountTask recountTask(RecountOne one, LedgerDirectory directory, OpenRequests requests) {
    return new RecountTask(
        one,
        new RecountTask.Open() {
          @Override
          public long applied(String ledger) {
            return requests.applied(found(ledger));
          }

          @Override
          public List<UUID> after(Recount recount, int limit) {
            return requests.after(found(recount.ledger()), recount.last(), limit);
          }

          private LedgerDescription found(String ledger) {
            return directory.find(ledger).orElseThrow(() -> new UnknownLedger(ledger));
          }
        });
  }

  @Bean
  AttachmentSweep attachmentSweep(
      AttachmentIntake attachments, LedgerDirectory ledgers, EntryStore store) {
    return new AttachmentSweep(attachments, ledgers, store);
  }

  @Bean
  VaultUpkeep vaultUpkeep(KeyEncryptionKeys keys, ErasureCompletion erasures) {
    return new VaultUpkeep(keys, erasures);
  }

  @Bean(destroyMethod = "stop")
  @ConditionalOnExpression("'${ledger.rebuild:}'.isEmpty()")
  Scheduler scheduler(
      @Qualifier("writer") DataSource writer,
      ObjectProvider<CommandDispatcher> dispatcher,
      RecountTask recounts,
      LateRecountTask late,
      AttachmentSweep sweep,
      VaultUpkeep vault,
      Alerts alerts,
      RateLimits limits) {
    JdbcClient db = JdbcClient.create(writer);
    ConfirmationTask confirmations =
        new ConfirmationTask(
            dispatcher::getObject,
            (ledger, request) -> ConfirmationProjector.served(ledger, request, db));
    return Scheduler.create(
            writer,
            confirmations.task(),
            recounts.task(),
            RecountTask.done(),
            late.task(),
            LateRecountTask.done())
        .startTasks(
            sweep.task(), vault.task(), rateSweep(limits), alerts(alerts), alertMail(alerts))
        .threads(THREADS)
        .pollingInterval(POLLING)
        .heartbeatInterval(HEARTBEAT)
        .shutdownMaxWait(AT_SHUTDOWN)
        .schedulerName(new SchedulerName.Fixed(ManagementFactory.getRuntimeMXBean().getName()))
        .build();
  }

  /** In one process at a time; what fails is looked at again the next time. */
  private static RecurringTask<Void> alerts(Alerts alerts) {
    return Tasks.recurring("alerts", Schedules.fixedDelay(alerts.every()))
        .execute((instance, context) -> alerts.run());
  }

  private static RecurringTask<Void> alertMail(Alerts alerts) {
    return Tasks.recurring("alert-mail", Schedules.fixedDelay(alerts.every()))
        .execute((instance, context) -> alerts.mail());
  }

  /** What a minute ago somebody asked for is nobody's matter for long. */
  private static RecurringTask<Void> rateSweep(RateLimits limits) {
    return Tasks.recurring("rate-sweep", Schedules.fixedDelay(Duration.ofMinutes(5)))
        .execute((instance, context) -> limits.sweep());
  }

  /** Before commands are taken: what a crash left out of the file of erased keys. */
  @Bean
  @Order(0)
  ApplicationRunner erasuresAtStart(ErasureCompletion erasures) {
    return arguments -> erasures.recordAll();
  }

  /** Not before commands can be taken. */
  @Bean
  TimerStart timerStart(ObjectProvider<Scheduler> scheduler) {
    return new TimerStart(scheduler);
  }

  /** Starts the scheduler once the service is ready. */
  static final class TimerStart {
    private final ObjectProvider<Scheduler> scheduler;

    TimerStart(ObjectProvider<Scheduler> scheduler) {
      this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
      scheduler.ifAvailable(ready -> {
        VaultUpkeep.atOnce(ready);
        ready.start();
      });
    }
  }
}
