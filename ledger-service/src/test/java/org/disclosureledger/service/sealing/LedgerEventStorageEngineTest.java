package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.RecordedWithin;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.sealing.AppendRefused.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerEventStorageEngineTest {
  @TempDir static Path keys;
  private static SealingRig rig;
  private static LedgerDescription ledger;
  private static LedgerEventStorageEngine engine;

  @BeforeAll
  static void start() {
    rig = new SealingRig(keys);
    ledger = rig.open("axon");
    engine =
        new LedgerEventStorageEngine(
            rig.store, rig.sealing(), JdbcClient.create(rig.database.writer()));
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  private static DomainEventMessage<?> event(StreamId stream, long sequence) {
    UnsealedEvent noted = SealingRig.noted(ledger, stream, "x", rig.clocks.now(ledger.name()));
    return new GenericDomainEventMessage<>(
        "DataRequest",
        ledger.name() + ":" + stream.value(),
        sequence,
        noted.event(),
        noted.header().toMetaData());
  }

  private static AppendSlot slot() {
    return new AppendSlot(ledger, null);
  }

  /** As the command bus does: the slot in the command's metadata, the work in its unit of work. */
  private static void inUnitOfWork(AppendSlot slot, Runnable work) {
    inUnitOfWork(MetaData.with(AppendSlot.KEY, slot), work);
  }

  private static void inUnitOfWork(MetaData metaData, Runnable work) {
    DefaultUnitOfWork<GenericCommandMessage<String>> unit =
        DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("command", metaData));
    try {
      work.run();
    } finally {
      unit.rollback();
    }
  }

  @Test
  void eventsOfACommandGoToTheLedgerAndTheirPlaceIntoTheSlot() {
    StreamId stream = SealingRig.stream("engine");
    AppendSlot slot = slot();
    long before = rig.size(ledger);
    long position = rig.store.headPosition() + 1;

    inUnitOfWork(slot, () -> engine.appendEvents(List.of(event(stream, 0), event(stream, 1))));

    assertThat(Placed.of(Objects.requireNonNull(slot.result())))
        .isEqualTo(new Placed(before, 2, position, false));
    List<? extends DomainEventMessage<?>> read =
        engine.readEvents(ledger.name() + ":note/engine", 0).asStream().toList();
    assertThat(read).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 1L);
    assertThat(engine.readEvents(ledger.name() + ":note/engine", 1).asStream()).hasSize(1);
    rig.verifyAll();
  }

  @Test
  void aStreamReadInTheUnitOfWorkIsContinuedAndAMovedOneConflicts() {
    StreamId stream = SealingRig.stream("continued");
    String identifier = ledger.name() + ":note/continued";
    inUnitOfWork(slot(), () -> engine.appendEvents(List.of(event(stream, 0))));
    AppendSlot slot = slot();

    inUnitOfWork(
        slot,
        () -> {
          assertThat(engine.readEvents(identifier, 0).asStream()).hasSize(1);
          engine.appendEvents(List.of(event(stream, 1)));
        });
    assertThat(slot.result()).isNotNull();

    inUnitOfWork(
        slot(),
        () -> {
          assertThat(engine.readEvents(identifier, 0).asStream()).hasSize(2);
          rig.append(ledger, stream, 1);
          assertThatThrownBy(() -> engine.appendEvents(List.of(event(stream, 2))))
              .isInstanceOfSatisfying(
                  AppendRefused.class,
                  refused -> assertThat(refused.rule()).isEqualTo(Rule.STREAM_CONFLICT));
        });
    rig.verifyAll();
  }

  @Test
  void whatTheDecisionReadOfOtherStreamsHasToStandWhenItIsAppended() {
    StreamId agency = SealingRig.stream("agency");
    StreamId stream = SealingRig.stream("decided");
    rig.append(ledger, agency, 1);
    StreamReads reads = new StreamReads(rig.store, ledger.name());
    inUnitOfWork(
        new AppendSlot(ledger, null, reads),
        () -> {
          assertThat(reads.stream(agency)).hasSize(1);
          rig.append(ledger, agency, 1);
          assertThatThrownBy(() -> engine.appendEvents(List.of(event(stream, 0))))
              .isInstanceOfSatisfying(
                  AppendRefused.class,
                  refused -> assertThat(refused.rule()).isEqualTo(Rule.DECISION_STALE));
        });
    assertThat(rig.store.stream(ledger.name(), stream)).isEmpty();
  }

  @Test
  void anEventThatWouldBeRecordedTooLateIsRefusedByItsRule() {
    StreamId stream = SealingRig.stream("too-late");
    RecordedWithin passed =
        RecordedWithin.before(rig.clocks.now(ledger.name()), RequestRule.DUE_PASSED);
    DomainEventMessage<?> late =
        event(stream, 0).andMetaData(MetaData.with(StreamAggregate.RECORDED_WITHIN, passed));
    inUnitOfWork(
        slot(),
        () ->
            assertThatThrownBy(() -> engine.appendEvents(List.of(late)))
                .isInstanceOfSatisfying(
                    CommandRefused.class,
                    refused -> assertThat(refused.rule()).isEqualTo(RequestRule.DUE_PASSED)));
    assertThat(rig.store.stream(ledger.name(), stream)).isEmpty();
  }

  @Test
  void aSecondAppendInOneUnitOfWorkIsRefused() {
    StreamId stream = SealingRig.stream("second");
    inUnitOfWork(
        slot(),
        () -> {
          engine.appendEvents(List.of(event(stream, 0)));
          assertThatThrownBy(() -> engine.appendEvents(List.of(event(stream, 1))))
              .isInstanceOf(IllegalStateException.class)
              .hasMessage("a unit of work appends once");
        });
    assertThat(rig.store.stream(ledger.name(), stream)).hasSize(1);
  }

  @Test
  void eventsWithoutSlotSequenceOrOneStreamAreRefused() {
    StreamId stream = SealingRig.stream("refused");
    inUnitOfWork(
        MetaData.emptyInstance(),
        () ->
            assertThatThrownBy(() -> engine.appendEvents(List.of(event(stream, 0))))
                .hasMessageContaining("append slot"));
    inUnitOfWork(
        slot(),
        () ->
            assertThatThrownBy(
                    () -> engine.appendEvents(List.of(GenericEventMessage.asEventMessage("loose"))))
                .hasMessageContaining("without sequence number"));
    inUnitOfWork(
        slot(),
        () ->
            assertThatThrownBy(() ->
                    engine.appendEvents(
                        List.of(event(stream, 0), event(SealingRig.stream("other"), 0))))
                .hasMessage("a unit of work appends to one stream"));
    assertThat(rig.store.stream(ledger.name(), stream)).isEmpty();
  }

  @Test
  void aRepeatedCommandEndsItsUnitOfWorkWithTheFirstAnswer() {
    StreamId stream = SealingRig.stream("again");
    List<AppendResult> answers = new ArrayList<>();
    long before = rig.size(ledger);
    AppendSlot first = new AppendSlot(ledger, SealingRig.key(1, 1));
    AppendSlot again = new AppendSlot(ledger, SealingRig.key(1, 1));
    inUnitOfWork(first, () -> engine.appendEvents(List.of(event(stream, 0))));

    inUnitOfWork(
        again,
        () ->
            assertThatThrownBy(() -> engine.appendEvents(List.of(event(stream, 0))))
                .isInstanceOfSatisfying(AlreadyAppended.class, end -> answers.add(end.result())));
    assertThat(answers)
        .containsExactly(AppendResult.replayed(before, 1, rig.number(ledger, before)));
    assertThat(rig.store.stream(ledger.name(), stream)).hasSize(1);
  }

  @Test
  void trackedEventsComeInBoundedPortionsWithoutGapUnderTheirPosition() {
    for (int i = 0; i < 3; i++) {
      rig.append(ledger, SealingRig.stream("many-" + i), 250);
    }
    long expected = 0;
    TrackingToken token = engine.createTailToken();
    for (int portions = 0; portions < 10; portions++) {
      List<? extends TrackedEventMessage<?>> portion = engine.readEvents(token, false).toList();
      assertThat(portion).hasSizeLessThanOrEqualTo(500);
      for (TrackedEventMessage<?> message : portion) {
        token = message.trackingToken();
        assertThat(token).isEqualTo(new GlobalSequenceTrackingToken(expected++));
      }
    }
    assertThat(expected).isGreaterThan(750);
    assertThat(token).isEqualTo(engine.createHeadToken());
    assertThat(expected).isEqualTo(rig.store.headPosition() + 1);
    assertThat(engine.readEvents(token, false)).isEmpty();
  }

  @Test
  void aTokenAtATimeStandsBeforeTheFirstEventRecordedThen() {
    LedgerDescription sample = rig.register("axon-times");
    AtomicReference<Instant> clock =
        new AtomicReference<>(rig.clocks.now("axon").plusSeconds(86_400));
    rig.clocks.simulate(sample, clock::get);
    Instant day = clock.get();
    rig.opener().open(sample, "DEMO", "Doanh nghiệp thử nghiệm", "Demonstration enterprise");
    clock.set(day.plusSeconds(60));
    AppendResult later = rig.append(sample, SealingRig.stream("later"), 1);

    assertThat(engine.createTokenAt(day.plusSeconds(60)))
        .isEqualTo(new GlobalSequenceTrackingToken(later.firstPosition() - 1));
    assertThat(engine.createTokenAt(day.plusSeconds(61)))
        .isEqualTo(new GlobalSequenceTrackingToken(rig.store.headPosition()));
    assertThat(engine.createTokenAt(Instant.EPOCH)).isNull();
  }

  @Test
  void anEventOfAnUnknownTypeIsReadAsUnknownAndStopsNothing() {
    rig.append(ledger, SealingRig.stream("unknown"), 1);
    EventTypes none = new EventTypes(List.of(), Set.of());
    JdbcClient writer = JdbcClient.create(rig.database.writer());
    LedgerEventStorageEngine older =
        new LedgerEventStorageEngine(
            new JdbcEntryStore(
                writer, rig.database.ledgerReader(), rig.directory, new StoredRows(none, rig.json)),
            rig.sealing(),
            writer);

    assertThat(older.readEvents(ledger.name() + ":note/unknown", 0).asStream())
        .singleElement()
        .satisfies(message ->
            assertThat(message.getPayload())
                .isEqualTo(new LedgerEventStorageEngine.UnknownEvent(Noted.BINDING.type())));
  }
}
