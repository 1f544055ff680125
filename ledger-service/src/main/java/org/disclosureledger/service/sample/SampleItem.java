package org.disclosureledger.service.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Measure;
import org.jspecify.annotations.Nullable;

/**
 * One invented item, the scope it is accepted in, and what can be handed over for it.
 *
 * @param scope within what is asked
 */
record SampleItem(RequestedItem asked, ItemScope scope) {

  static SampleItem of(
      int ordinal, ItemKind kind, Instant receivedAt, boolean secret, Invented invented) {
    int count = invented.percent(60) ? 1 : 2 + invented.random().nextInt(5);
    return of(ordinal, kind, receivedAt, secret, count, invented);
  }

  /**
   * @param count how many targets, for a kind that has any
   */
  static SampleItem of(
      int ordinal,
      ItemKind kind,
      Instant receivedAt,
      boolean secret,
      int count,
      Invented invented) {
    List<RequestedTarget> targets = targets(kind, secret, count, invented);
    List<DataField> fields = fields(kind);
    Period period = hasPeriod(kind) ? period(receivedAt, invented) : null;
    long maximum = targets.isEmpty() ? 1 : targets.size() * (hasPeriod(kind) ? 500L : 1L);
    Long askedMaximum = invented.percent(70) ? Long.valueOf(maximum * 2) : null;
    RequestedItem asked = new RequestedItem(kind, targets, fields, period, askedMaximum);
    // Overbroad requests are cut: a field fewer, or the first targets only.
    int someTargets = targets.size() > 1 && invented.percent(15) ? 1 : targets.size();
    int someFields = fields.size() > 1 && invented.percent(15) ? fields.size() - 1 : fields.size();
    ItemScope scope =
        new ItemScope(
            ordinal,
            IntStream.rangeClosed(1, someTargets).boxed().toList(),
            fields.subList(0, someFields),
            period,
            maximum);
    return new SampleItem(asked, scope);
  }

  /** A first part, of less than there is room for. */
  Handover firstPart(boolean secret, Invented invented) {
    long room = room();
    return handover(Math.max(1, room / 2), false, secret, invented);
  }

  /** All at once. */
  Handover whole(boolean secret, Invented invented) {
    return handover(1 + (long) invented.between(0, (double) room()), true, secret, invented);
  }

  /** What a first part left, perhaps nothing. */
  Handover lastPart(boolean secret, Invented invented) {
    return handover(room() - Math.max(1, room() / 2), true, secret, invented);
  }

  private long room() {
    Long maximum = scope.maximumRecords();
    return maximum == null ? 1 : maximum;
  }

  private Handover handover(long records, boolean last, boolean secret, Invented invented) {
    return new Handover(
        scope.item(),
        last,
        scope.targets(),
        scope.fields(),
        scope.period(),
        records,
        secret ? null : invented.digest(),
        secret ? null : Long.valueOf(1_000 + records * 210));
  }

  /** Whether data answers it. */
  boolean data() {
    return Measure.answering(asked.kind()).isEmpty();
  }

  private static List<RequestedTarget> targets(
      ItemKind kind, boolean secret, int count, Invented invented) {
    Supplier<@Nullable String> identifier =
        switch (kind) {
          case SUBSCRIBER_DATA, TRAFFIC_DATA, SUSPENSION -> invented::phone;
          case USER_IDENTIFYING_DATA -> invented::address;
          case STORED_CONTENT, PRESERVATION -> invented::email;
          case TAKEDOWN -> invented::link;
          default -> () -> null;
        };
    List<RequestedTarget> targets = new ArrayList<>();
    if (identifier.get() != null) {
      for (int i = 0; i < count; i++) {
        targets.add(new RequestedTarget(secret ? null : identifier.get()));
      }
    }
    return targets;
  }

  private static boolean hasPeriod(ItemKind kind) {
    return switch (kind) {
      case TRAFFIC_DATA, USER_IDENTIFYING_DATA, STORED_CONTENT, FIGURES -> true;
      default -> false;
    };
  }

  private static Period period(Instant receivedAt, Invented invented) {
    Instant to = receivedAt.minus(Duration.ofHours(1 + invented.random().nextInt(240)));
    return new Period(to.minus(Duration.ofDays(1 + invented.random().nextInt(90))), to);
  }

  private static List<DataField> fields(ItemKind kind) {
    return switch (kind) {
      case SUBSCRIBER_DATA ->
          List.of(
              DataField.SUBSCRIBER_NAME,
              DataField.DATE_OF_BIRTH,
              DataField.IDENTITY_DOCUMENT,
              DataField.POSTAL_ADDRESS);
      case USER_IDENTIFYING_DATA ->
          List.of(DataField.SUBSCRIBER_NAME, DataField.ACCOUNT_NAME, DataField.IP_ASSIGNMENT);
      case TRAFFIC_DATA ->
          List.of(DataField.CALL_RECORD, DataField.MESSAGE_RECORD, DataField.CELL_LOCATION);
      case STORED_CONTENT -> List.of(DataField.LOGIN_HISTORY, DataField.STORED_CONTENT);
      case DOCUMENT, INSPECTION, REPORT -> List.of(DataField.DOCUMENT_COPY);
      case FIGURES -> List.of(DataField.FIGURE);
      case PHYSICAL_EVIDENCE -> List.of(DataField.PHYSICAL_OBJECT);
      case TECHNICAL_INFORMATION, MOBILISATION -> List.of(DataField.TECHNICAL_DESCRIPTION);
      case PRESERVATION, TAKEDOWN, SUSPENSION -> List.of(DataField.CONFIRMATION);
      case OTHER -> List.of(DataField.OTHER);
    };
  }
}
