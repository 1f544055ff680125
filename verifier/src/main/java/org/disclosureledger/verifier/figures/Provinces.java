package org.disclosureledger.verifier.figures;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.disclosureledger.verifier.conduct.Conduct;
import org.disclosureledger.verifier.conduct.EventData;
import org.jspecify.annotations.Nullable;

/** In which province agencies are, by their streams (REPORTS §2). */
final class Provinces {
  private final Map<String, String> provinces = new HashMap<>();

  /** Streams of agencies that were registered in them. */
  private final Set<String> registered = new HashSet<>();

  /** The stream of each agency that a request names. */
  private final Map<String, String> streams = new HashMap<>();

  /** What of the streams of agencies cannot be read, by stream; the last of each. */
  private final Map<String, String> flaws = new HashMap<>();

  /** An agency stands in the stream of its code; in another it says nothing of either. */
  void registered(String subject, EventData data) {
    if (Conduct.agencyStream(data.text("code")).equals(subject)) {
      registered.add(subject);
      put(subject, data);
    }
  }

  void amended(String subject, EventData data) {
    if (registered.contains(subject)) {
      put(subject, data);
    }
  }

  private void put(String subject, EventData data) {
    String province = data.optionalText("province");
    if (province == null) {
      provinces.remove(subject);
    } else {
      provinces.put(subject, province);
    }
  }

  void flaw(String subject, String how) {
    flaws.put(subject, how);
  }

  /** What could not be read of an agency that one of the requests names. */
  Optional<String> flaw(Collection<RequestFold> requests) {
    return flaws.isEmpty()
        ? Optional.empty()
        : requests.stream()
            .flatMap(request -> Stream.ofNullable(flaws.get(stream(request))))
            .findFirst();
  }

  /** Null where the register names none. */
  @Nullable String of(RequestFold request) {
    return provinces.isEmpty() ? null : provinces.get(stream(request));
  }

  private String stream(RequestFold request) {
    return streams.computeIfAbsent(request.agency, Conduct::agencyStream);
  }
}
