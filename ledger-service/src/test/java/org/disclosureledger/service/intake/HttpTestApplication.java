package org.disclosureledger.service.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.agencyregister.PredecessorQuery;
import org.disclosureledger.service.alert.Alert;
import org.disclosureledger.service.alert.AlertKind;
import org.disclosureledger.service.alert.AlertMarks;
import org.disclosureledger.service.alert.AlertQuery;
import org.disclosureledger.service.attachment.AttachmentIntake;
import org.disclosureledger.service.disclosure.ActorRegistry;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.disclosure.DocumentNumberIndex;
import org.disclosureledger.service.disclosure.ErasedStreams;
import org.disclosureledger.service.disclosure.LookupHmac;
import org.disclosureledger.service.disclosure.RepeatingRequests;
import org.disclosureledger.service.dispatch.AdoptionPreviews;
import org.disclosureledger.service.envelope.EventIds;
import org.disclosureledger.service.erasure.ErasureCompletion;
import org.disclosureledger.service.figures.FigureSource;
import org.disclosureledger.service.figures.FiguresUnderHead;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.grantregister.GrantQuery;
import org.disclosureledger.service.oversightregister.OversightQuery;
import org.disclosureledger.service.rate.RateLimits;
import org.disclosureledger.service.reconciliationregister.ReconciliationQuery;
import org.disclosureledger.service.reconciliationregister.RegisterComparison;
import org.disclosureledger.service.register.OpenRequests;
import org.disclosureledger.service.register.RegisterLinks;
import org.disclosureledger.service.register.RegisterQuery;
import org.disclosureledger.service.report.ReportDraft;
import org.disclosureledger.service.reportregister.ReportQuery;
import org.disclosureledger.service.request.AgencyStanding;
import org.disclosureledger.service.sealing.DisclosureFiles;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.sealing.LedgerSealing;
import org.disclosureledger.service.sealing.RegisterNumbers;
import org.disclosureledger.service.signature.SignatureChecks;
import org.disclosureledger.service.statistics.StatisticsQuery;
import org.disclosureledger.service.timer.Recounts;
import org.disclosureledger.service.turnaround.TurnaroundQuery;
import org.mockito.Mockito;
import org.mockito.stubbing.Answer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The HTTP rooms over doubles of what stands behind them. No stereotype: tests name it, and a start
 * of the whole service must not find it.
 */
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@ComponentScan(
    basePackages = {
      "org.disclosureledger.service.intake",
      "org.disclosureledger.service.story",
      "org.disclosureledger.service.viewing",
      "org.disclosureledger.service.wire",
      "org.disclosureledger.service.access"
    },
    excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"))
@Import(RegisterComparison.class)
public class HttpTestApplication {
  public static final LedgerDescription DEMO =
      new LedgerDescription(new UUID(0, 1), "demo", new Origin("ledger.example/demo"), false);
  public static final RateLimits NO_LIMITS = (kind, who) -> RateLimits.Verdict.GRANTED;
  public static final AtomicReference<RateLimits> LIMITS = new AtomicReference<>(NO_LIMITS);
  public static final Instant NOW = Instant.parse("2026-11-21T03:00:00.123Z");

  @Bean
  RecordingDispatcher dispatcher() {
    return new RecordingDispatcher();
  }

  @Bean
  public LedgerDirectory ledgers() {
    return new LedgerDirectory() {
      @Override
      public Optional<LedgerDescription> find(String name) {
        return all().stream().filter(ledger -> ledger.name().equals(name)).findFirst();
      }

      @Override
      public List<LedgerDescription> all() {
        return List.of(DEMO);
      }
    };
  }

  @Bean
  ActorRegistry actors() {
    Map<String, Actor> actors = new ConcurrentHashMap<>();
    return (ledger, user) ->
        actors.computeIfAbsent(ledger + "/" + user, k -> Actor.of(UUID.randomUUID()));
  }

  /** What the readiness is made of. */
  @Bean
  HealthIndicator dbHealthIndicator() {
    return () -> Health.up().build();
  }

  @Bean
  HealthIndicator appenderHealthIndicator() {
    return () -> Health.up().build();
  }

  @Bean
  HealthIndicator headsHealthIndicator() {
    return () -> Health.up().build();
  }

  @Bean
  EntryStore entryStore() {
    return Mockito.mock(EntryStore.class);
  }

  @Bean
  LedgerSealing ledgerSealing() {
    return Mockito.mock(LedgerSealing.class);
  }

  @Bean
  EventIds eventIds() {
    return EventIds.secure();
  }

  @Bean
  DisclosureVault disclosureVault() {
    return Mockito.mock(DisclosureVault.class);
  }

  @Bean
  ErasedStreams erasedStreams() {
    return Mockito.mock(ErasedStreams.class);
  }

  @Bean
  ErasureCompletion erasureCompletion() {
    return Mockito.mock(ErasureCompletion.class);
  }

  @Bean
  FigureSource figureSource() {
    return Mockito.mock(FigureSource.class, counted());
  }

  @Bean
  FiguresUnderHead figuresUnderHead() {
    return Mockito.mock(FiguresUnderHead.class, counted());
  }

  @Bean
  ReportQuery reportQuery() {
    return Mockito.mock(ReportQuery.class);
  }

  @Bean
  AlertQuery alertQuery() {
    return Mockito.mock(AlertQuery.class);
  }

  @Bean
  AlertMarks alertMarks() {
    Alert any =
        new Alert(12, AlertKind.CALENDAR_ENDS, "x", null, null, null, NOW, null, null, null, null);
    return Mockito.mock(AlertMarks.class, call -> Optional.of(any));
  }

  @Bean
  RegisterQuery registerQuery() {
    return Mockito.mock(
        RegisterQuery.class,
        call ->
            call.getMethod().getReturnType() == RegisterLinks.class
                ? new RegisterLinks(List.of(), 0)
                : Mockito.RETURNS_DEFAULTS.answer(call));
  }

  @Bean
  RegisterNumbers registerNumbers() {
    return Mockito.mock(RegisterNumbers.class);
  }

  @Bean
  AgencyQuery agencyQuery() {
    return Mockito.mock(
        AgencyQuery.class,
        call ->
            call.getMethod().getReturnType() == AgencyStanding.class
                ? AgencyStanding.UNREGISTERED
                : Mockito.RETURNS_DEFAULTS.answer(call));
  }

  @Bean
  OpenRequests openRequests() {
    return Mockito.mock(OpenRequests.class);
  }

  @Bean
  AdoptionPreviews adoptionPreviews() {
    return Mockito.mock(AdoptionPreviews.class);
  }

  @Bean
  Recounts recounts() {
    return Mockito.mock(Recounts.class);
  }

  @Bean
  OversightQuery oversightQuery() {
    return Mockito.mock(OversightQuery.class);
  }

  @Bean
  GrantQuery grantQuery() {
    return Mockito.mock(
        GrantQuery.class, call -> Optional.of(new GrantQuery.Page(List.of(), null)));
  }

  @Bean
  DisclosureFiles disclosureFiles() {
    return Mockito.mock(DisclosureFiles.class);
  }

  @Bean
  ReconciliationQuery reconciliationQuery() {
    return Mockito.mock(ReconciliationQuery.class);
  }

  @Bean
  PredecessorQuery predecessorQuery() {
    return Mockito.mock(PredecessorQuery.class);
  }

  @Bean
  DocumentNumberIndex documentNumberIndex() {
    return Mockito.mock(DocumentNumberIndex.class);
  }

  @Bean
  RepeatingRequests repeatingRequests() {
    return Mockito.mock(RepeatingRequests.class, call -> new RepeatingRequests.Found(List.of(), 0));
  }

  @Bean
  TurnaroundQuery turnaroundQuery() {
    return Mockito.mock(TurnaroundQuery.class);
  }

  @Bean
  StatisticsQuery statisticsQuery() {
    return Mockito.mock(StatisticsQuery.class, counted());
  }

  /** Figures that nobody counted, of the period and instant that were asked for. */
  private static Answer<Object> counted() {
    return call ->
        call.getMethod().getReturnType() == StatedFigures.class
            ? ReportDraft.figures(call.getArgument(1), call.getArgument(2))
            : Mockito.RETURNS_DEFAULTS.answer(call);
  }

  @Bean
  AttachmentIntake attachmentIntake() {
    return Mockito.mock(AttachmentIntake.class);
  }

  @Bean
  SignatureChecks signatureChecks() {
    return Mockito.mock(SignatureChecks.class);
  }

  @Bean
  LookupHmac lookupHmac() {
    return Mockito.mock(LookupHmac.class, call -> new byte[32]);
  }

  /** Each through the limits that a test sets; without any. */
  @Bean
  RateLimits rateLimits() {
    return (kind, who) -> LIMITS.get().take(kind, who);
  }

  @Bean
  LedgerClock clock() {
    return ledger -> NOW;
  }
}
