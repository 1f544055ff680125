package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.verifier.conduct.EventType.Family;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/** What rules need beside the request itself. */
final class Context {
  private static final int UUID_CHARACTERS = 36;

  private final Breaches breaches;
  final Policies policies = new Policies();
  final WorkingDays calendar = new WorkingDays();
  final Retention retention = new Retention();
  final Lost lost = new Lost();
  final AgencyRegister agencies;
  final Tally tally = new Tally();
  private final Map<StreamId, StreamState> streams;
  private final Map<String, String> shared = new HashMap<>();

  /** Largest recordedtime of the entries before the present one. */
  Instant newest = Instant.MIN;

  /** The stream being judged; null while none is. */
  @Nullable StreamState judged;

  /** Due times to confirm by that no entry has reached yet. */
  final DueTimes dueTimes = new DueTimes();

  final Recounts recounts = new Recounts();

  /** Leaf whose claimed time was found too early last. */
  long claimTold = -1;

  /** The newest version in which a request was recorded so far. */
  int recordedVersion = 1;

  Context(Breaches breaches, Map<StreamId, StreamState> streams) {
    this.breaches = breaches;
    this.streams = streams;
    this.agencies = new AgencyRegister(streams, lost);
  }

  /**
   * Whether the ledger has such a request so far, or may have: a stream of its name, or an entry of
   * whatever stream, cannot be read.
   */
  boolean hasRequest(UUID id) {
    return has("request", id.toString());
  }

  /**
   * The same of any kind of record.
   *
   * @param kind the first word of its stream's name
   * @param id the rest of it
   */
  boolean has(String kind, String id) {
    StreamState state = streams.get(new StreamId(kind + "/" + id));
    return switch (state) {
      case null -> lost.mayBeOf(null);
      case RequestState request -> request.isBegun() || request.uncertain;
      case AgencyState agency -> agency.code != null || agency.uncertain;
      case OversightState oversight -> oversight.isBegun() || oversight.uncertain;
      case PlainState _, UncheckedState _ -> true;
      case ReportState report -> report.begun || report.uncertain;
      case AccessState _ -> false;
    };
  }

  /** Null where there is none so far, or it cannot be judged. */
  @Nullable RequestState request(UUID id) {
    return streams.get(new StreamId("request/" + id)) instanceof RequestState request
            && (request.isBegun() || request.uncertain)
        ? request
        : null;
  }

  /** Of a stream {@code access/<id>}; null of others, and as {@link #request}. */
  @Nullable RequestState requestBeside(StreamId subject) {
    String name = subject.value();
    String about = name.substring(name.indexOf('/') + 1);
    // Any other length is no request's, and may be too much for a stream's name.
    return Family.ACCESS.isOf(name)
            && about.length() == UUID_CHARACTERS
            && streams.get(new StreamId("request/" + about)) instanceof RequestState request
        ? request
        : null;
  }

  /** Whether nothing that cannot be read may have changed it. */
  boolean isSure(StreamState state) {
    return !state.uncertain && !lost.mayBeOf(state);
  }

  /** The same string for the same text: many requests name few agencies. */
  String shared(String text) {
    return shared.computeIfAbsent(text, same -> same);
  }

  void breach(Place place, Rule rule, @Nullable String expected, @Nullable String found) {
    if (judged == null || !judged.uncertain || Excuses.isInexcusable(rule)) {
      breaches.add(place, rule, expected, found);
    }
  }

  void breach(Event event, Rule rule, @Nullable String expected, @Nullable String found) {
    breach(event.place(), rule, expected, found);
  }
}
