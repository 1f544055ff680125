package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.verifier.conduct.EventType.Act;
import org.jspecify.annotations.Nullable;

/** What the first of two people has prepared, until the second has decided. */
record OpenAct(Act act, UUID id, String actor, Instant time, Content content)
    implements OpenActs.Waiting {

  /** What it would do. */
  sealed interface Content {}

  /** Acceptance, ordinary or in an emergency. */
  record Acceptance(List<ItemScope> items) implements Content {}

  record ItemScope(int item, Scope scope) {}

  /** Refusal and no data alike. */
  record Items(List<Integer> items) implements Content {}

  record Extension(Instant due) implements Content {}

  /**
   * @param entries ids of those that tell it
   */
  record Delivery(List<Part> parts, List<UUID> entries) implements Content {

    /** Gone on with in a list. */
    Delivery with(Delivery list, List<Part> all) {
      return new Delivery(all, Stream.concat(entries.stream(), list.entries().stream()).toList());
    }
  }

  record Part(int item, long part, boolean last, Scope scope) {}

  /**
   * @param until null for one without end
   */
  record Measure(
      MeasureKind measure, int item, Targets targets, Instant from, @Nullable Instant until)
      implements Content {

    /**
     * Whether it lasts no longer than approved. The period of a preservation or takedown says which
     * data is meant, not how long.
     *
     * @param approved null where any time is
     */
    boolean within(@Nullable Period approved) {
      boolean lasts = measure == MeasureKind.SUSPEND || measure == MeasureKind.MOBILISE;
      return !lasts
          || approved == null
          || (until != null && new Period(from, until).within(approved));
    }
  }

  /** What is done, and to which kind of item; null for any. */
  enum MeasureKind {
    SUSPEND(Item.Kind.SUSPENSION),
    PRESERVE(Item.Kind.PRESERVATION),
    TAKE_DOWN(Item.Kind.TAKEDOWN),
    MOBILISE(Item.Kind.MOBILISATION),
    RESTORE(null);

    private final Item.@Nullable Kind kind;

    MeasureKind(Item.@Nullable Kind kind) {
      this.kind = kind;
    }

    boolean fits(Item.Kind other) {
      return kind == null || kind == other;
    }
  }

  /**
   * What a correction changes, nothing where it is a statement only. Not the entry's own JSON,
   * which a ledger full of waiting corrections would keep in memory.
   */
  record Correction(
      @Nullable Instant receivedAt,
      RecordingRules.@Nullable Channel channel,
      @Nullable String agency,
      boolean receiver,
      @Nullable Boolean emergency,
      @Nullable Boolean secret,
      @Nullable CaseType caseType,
      List<Corrected> items)
      implements Content {

    /** Whether what stands open was approved of something else: for another, in another haste. */
    boolean voidsOpenItems() {
      return receiver || emergency != null;
    }

    Correction with(List<Corrected> all) {
      return new Correction(
          receivedAt, channel, agency, receiver, emergency, secret, caseType, all);
    }

    static Correction of(EventData data) {
      if (!data.has("changes")) {
        return new Correction(null, null, null, false, null, null, null, List.of());
      }
      EventData changes = data.object("changes");
      EventData agency =
          changes.has("requestingAgency") ? changes.object("requestingAgency") : null;
      return new Correction(
          changes.optionalTime("receivedAt"),
          changes.has("channel") ? changes.code("channel", RecordingRules.Channel.class) : null,
          agency == null ? null : agency.text("code"),
          changes.has("receivingAgency"),
          changes.has("emergency") ? changes.flag("emergency") : null,
          changes.has("secrecy") ? RecordingRules.isSecret(changes) : null,
          changes.has("caseType") ? changes.code("caseType", CaseType.class) : null,
          changes.has("items")
              ? changes.objects("items").stream().map(item -> Corrected.of(item, 0)).toList()
              : List.of());
    }
  }

  /** An item in its full new content. */
  record Corrected(int ordinal, Item.Kind kind, Scope asked) {
    /**
     * @param before targets that an earlier list told
     */
    static Corrected of(EventData data, int before) {
      return new Corrected(
          data.ordinal("ordinal"),
          data.code("kind", Item.Kind.class),
          Scope.asked(Math.min(before + data.objects("targets").size(), Targets.MOST), data));
    }
  }

  /** A correction with all the items told so far. */
  OpenAct with(List<Corrected> all) {
    if (!(content instanceof Correction correction)) {
      throw new IllegalStateException("no correction");
    }
    return new OpenAct(act, id, actor, time, correction.with(all));
  }

  /** The periods that it states. */
  List<Period> periods() {
    return switch (content) {
      case Acceptance acceptance ->
          of(acceptance.items().stream().map(item -> item.scope().period()));
      case Delivery delivery -> of(delivery.parts().stream().map(part -> part.scope().period()));
      case Measure measure ->
          measure.until() == null
              ? List.of()
              : List.of(new Period(measure.from(), measure.until()));
      // Told with its items, list by list.
      case Correction _ -> List.of();
      case Items _ -> List.of();
      case Extension _ -> List.of();
    };
  }

  private static List<Period> of(Stream<@Nullable Period> periods) {
    return periods.flatMap(Stream::ofNullable).toList();
  }

  /** It gives back what was taken, and so waits for nobody's authority. */
  boolean isRestore() {
    return content instanceof Measure measure && measure.measure() == MeasureKind.RESTORE;
  }

  /**
   * @param entry its id
   */
  static Content read(Act act, UUID entry, EventData data) {
    return switch (act) {
      case ACCEPTANCE, EMERGENCY ->
          new Acceptance(
              data.objects("items").stream()
                  .map(item -> new ItemScope(item.ordinal("item"), Scope.approved(item)))
                  .toList());
      case REFUSAL, NODATA -> new Items(data.ordinals("items"));
      case EXTENSION -> new Extension(data.time("due"));
      case DELIVERY ->
          new Delivery(
              data.objects("items").stream()
                  .map(item ->
                      new Part(
                          item.ordinal("item"),
                          item.number("part"),
                          item.flag("last"),
                          Scope.delivered(item)))
                  .toList(),
              List.of(entry));
      case MEASURE ->
          new Measure(
              data.code("measure", MeasureKind.class),
              data.ordinal("item"),
              Targets.of(data.ordinals("targets")),
              data.time("from"),
              data.optionalTime("until"));
      case CORRECTION -> Correction.of(data);
    };
  }
}
