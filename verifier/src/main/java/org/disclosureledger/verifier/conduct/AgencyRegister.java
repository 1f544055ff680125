package org.disclosureledger.verifier.conduct;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.format.Sha256;
import org.disclosureledger.format.StreamId;
import org.jspecify.annotations.Nullable;

/** Finds agencies by their codes among the streams. */
final class AgencyRegister {
  private static final int HEX_DIGITS = 32;

  /** Agencies end and merge, but not so often; and a chain may be made to bite its tail. */
  private static final int SUCCESSIONS = 16;

  private final Map<StreamId, StreamState> streams;
  private final Lost lost;

  AgencyRegister(Map<StreamId, StreamState> streams, Lost lost) {
    this.streams = streams;
    this.lost = lost;
  }

  /** How a look-up came out. */
  enum Held {
    YES,
    NO,
    /** A stream that it depends on could not be followed. */
    NOT_CHECKED
  }

  /** The stream of the agency with this code. */
  static String subject(String code) {
    byte[] name = code.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return "agency/" + Sha256.hex(name).substring(0, HEX_DIGITS);
  }

  boolean isUnchecked(String code) {
    StreamState state = find(code);
    return state instanceof UncheckedState
        || (state != null && state.uncertain)
        || lost.mayBeOf(state);
  }

  /** Null if it is not registered, or cannot be followed. */
  @Nullable AgencyState registered(String code) {
    return find(code) instanceof AgencyState agency && agency.code != null && !isUnchecked(code)
        ? agency
        : null;
  }

  /**
   * Whether the agency or a successor has the contact now, of this channel, verified by that time
   * and not before that successor's first day.
   */
  Held hasContact(String code, UUID contact, String channel, Instant time) {
    String next = code;
    LocalDate day = LocalDate.ofInstant(time, LedgerZone.ID);
    LocalDate from = LocalDate.MIN;
    for (int i = 0; i < SUCCESSIONS && next != null; i++) {
      if (isUnchecked(next)) {
        return Held.NOT_CHECKED;
      }
      AgencyState agency = registered(next);
      if (agency == null || day.isBefore(from)) {
        return Held.NO;
      }
      AgencyState.Contact held = agency.contacts.get(contact);
      if (held != null && held.channel().equals(channel) && !held.since().isAfter(time)) {
        return Held.YES;
      }
      next = agency.successor;
      from = agency.successorFrom.isAfter(from) ? agency.successorFrom : from;
    }
    return Held.NO;
  }

  private @Nullable StreamState find(String code) {
    return streams.get(new StreamId(subject(code)));
  }
}
