package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.verifier.conduct.EventType.Act;
import org.jspecify.annotations.Nullable;

/** What the first of two people has prepared, until the second has decided. */
record OpenAct(Act act, UUID id, String actor, Instant time, Content content) {

  /** What it would do. */
  sealed interface Content {}

  /** Acceptance, ordinary or in an emergency. */
  record Acceptance(List<ItemScope> items) implements Content {}

  record ItemScope(int item, Scope scope) {}

  /** Refusal and no data alike. */
  record Items(List<Integer> items) implements Content {}

  record Extension(Instant due) implements Content {}

  record Delivery(List<Part> parts) implements Content {}

  record Part(int item, long part, boolean last, Scope scope) {}

  record Measure(MeasureKind measure, int item, Targets targets) implements Content {}

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
   * @param changes null where the correction is a statement only
   * @param lists of items, the first its own, the others of the correction.listed behind it
   */
  record Correction(@Nullable EventData changes, List<List<EventData>> lists) implements Content {

    static Correction read(@Nullable EventData changes) {
      boolean items = changes != null && changes.has("items");
      return new Correction(changes, items ? List.of(changes.objects("items")) : List.of());
    }
  }

  /** A correction with one more list of its items. */
  OpenAct listing(List<EventData> items) {
    if (!(content instanceof Correction correction)) {
      throw new IllegalStateException("no correction");
    }
    List<List<EventData>> lists = new ArrayList<>(correction.lists());
    lists.add(items);
    return new OpenAct(act, id, actor, time, new Correction(correction.changes(), lists));
  }

  /** It gives back what was taken, and so waits for nobody's authority. */
  boolean isRestore() {
    return content instanceof Measure measure && measure.measure() == MeasureKind.RESTORE;
  }

  static Content read(Act act, EventData data) {
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
                  .toList());
      case MEASURE ->
          new Measure(
              data.code("measure", MeasureKind.class),
              data.ordinal("item"),
              Targets.of(data.ordinals("targets")));
      case CORRECTION -> Correction.read(data.has("changes") ? data.object("changes") : null);
    };
  }
}
