package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.vocabulary.Measure;
import org.jspecify.annotations.Nullable;

/** What one person prepared and a second has not yet decided; a request has one at most. */
public sealed interface OpenAct {
  /** Event id of the prepared entry. */
  UUID prepared();

  Actor preparer();

  /** When it was prepared, as claimed, UTC. */
  Instant time();

  ActKind kind();

  /**
   * @param kind ACCEPTANCE or EMERGENCY
   */
  record Acceptance(
      UUID prepared, Actor preparer, Instant time, ActKind kind, List<ItemScope> items)
      implements OpenAct {}

  record Refusal(UUID prepared, Actor preparer, Instant time, List<Integer> items)
      implements OpenAct {
    @Override
    public ActKind kind() {
      return ActKind.REFUSAL;
    }
  }

  record Delivery(UUID prepared, Actor preparer, Instant time, List<HandedPart> items)
      implements OpenAct {
    @Override
    public ActKind kind() {
      return ActKind.DELIVERY;
    }
  }

  /**
   * @param due UTC
   */
  record Extension(UUID prepared, Actor preparer, Instant time, Instant due) implements OpenAct {
    @Override
    public ActKind kind() {
      return ActKind.EXTENSION;
    }
  }

  record NoData(UUID prepared, Actor preparer, Instant time, List<Integer> items)
      implements OpenAct {
    @Override
    public ActKind kind() {
      return ActKind.NO_DATA;
    }
  }

  record MeasureTaken(
      UUID prepared, Actor preparer, Instant time, Measure measure, int item, List<Integer> targets)
      implements OpenAct {
    @Override
    public ActKind kind() {
      return ActKind.MEASURE;
    }
  }

  /**
   * @param receivedAt as it should have been recorded, UTC
   * @param agency code, where it is corrected
   * @param items in their full new content
   */
  record Correction(
      UUID prepared,
      Actor preparer,
      Instant time,
      @Nullable Instant receivedAt,
      @Nullable String agency,
      List<AskedItem> items)
      implements OpenAct {
    @Override
    public ActKind kind() {
      return ActKind.CORRECTION;
    }
  }
}
