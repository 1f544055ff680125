package org.disclosureledger.service.register;

import java.util.Optional;
import org.disclosureledger.service.request.Confirmation;
import org.disclosureledger.service.request.Demand;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.vocabulary.Labelled;

/** How the written confirmation of an oral emergency stands, by when the ledger took it. */
public enum WritingState implements Labelled {
  AWAITING("chờ xác nhận bằng văn bản", "awaiting confirmation"),
  CONFIRMED("đã xác nhận đúng hạn", "confirmed in time"),
  LATE("xác nhận quá hạn", "confirmed late"),
  MISSED("quá hạn, chưa xác nhận", "missed"),
  NOT_OWED("không còn phải xác nhận", "no longer owed");

  private final String vi;
  private final String en;

  WritingState(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  /** Empty where the demand came in writing, or is no emergency. */
  public static Optional<WritingState> of(RequestState state) {
    Demand demand = state.demand();
    if (demand == null || !demand.oral()) {
      return Optional.empty();
    }
    return Optional.of(of(state, state.confirmation()));
  }

  private static WritingState of(RequestState state, Confirmation confirmation) {
    if (confirmation.confirmedAt() != null) {
      return confirmation.late() ? LATE : CONFIRMED;
    }
    if (confirmation.missedAt() != null) {
      return MISSED;
    }
    return state.nothingOwed() ? NOT_OWED : AWAITING;
  }

  @Override
  public String vi() {
    return vi;
  }

  @Override
  public String en() {
    return en;
  }
}
