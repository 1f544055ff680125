package org.disclosureledger.service.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What an invented agency demands, and how fast the enterprise is about it.
 *
 * @param paceHours about how long an answer takes from recording, in hours
 */
record SampleDemand(
    SampleAgency agency,
    Instant receivedAt,
    Duration recordingLag,
    boolean emergency,
    Secrecy secrecy,
    @Nullable Instant dueStated,
    double paceHours,
    List<SampleItem> items,
    Invented invented) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  static SampleDemand of(Instant receivedAt, List<ItemKind> kinds, Invented invented) {
    Instant received = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    boolean emergency = invented.percent(9);
    Secrecy secrecy =
        invented.percent(4)
            ? invented.pick(List.of(Secrecy.CONFIDENTIAL, Secrecy.SECRET, Secrecy.TOP_SECRET))
            : Secrecy.NORMAL;
    Instant dueStated =
        invented.percent(20)
            ? received.plus(Duration.ofHours(invented.percent(50) ? 72 : 240))
            : null;
    List<SampleItem> items =
        IntStream.range(0, kinds.size())
            .mapToObj(
                i -> SampleItem.of(i + 1, kinds.get(i), received, secrecy.aboveNormal(), invented))
            .toList();
    return new SampleDemand(
        invented.pick(SampleAgency.ALL),
        received,
        lag(emergency, invented),
        emergency,
        secrecy,
        dueStated,
        pace(emergency, kinds, invented),
        items,
        invented);
  }

  boolean secret() {
    return secrecy.aboveNormal();
  }

  RecordRequest record(UUID id) {
    LocalDate received = LocalDate.ofInstant(receivedAt, ZONE);
    boolean oral = false;
    return new RecordRequest(
        id,
        receivedAt,
        oral ? Channel.TELEPHONE : Channel.OFFICIAL_LETTER,
        null,
        agency.code(),
        agency.kind(),
        secret() ? null : "Đội %d, %s".formatted(1 + items.size(), agency.name()),
        null,
        secret() ? null : invented.person(),
        oral ? null : invented.documentNumber(agency.code()),
        oral ? null : received.minusDays(items.size()),
        secret() ? null : "Đề nghị cung cấp: " + items.getFirst().asked().kind().vi(),
        emergency ? null : "116-2025-QH15/25.2.a",
        agency.caseType(),
        emergency ? Priority.HIGHEST : Priority.ROUTINE,
        emergency,
        emergency ? Urgency.EXPRESS : Urgency.NORMAL,
        secrecy,
        dueStated,
        items.stream().map(SampleItem::asked).toList(),
        secret() || oral ? List.of() : List.of(invented.digest()));
  }

  /** Mostly minutes; some are entered the next morning, a few days later. */
  private static Duration lag(boolean emergency, Invented invented) {
    double hours =
        invented.percent(4)
            ? invented.between(20, 90)
            : invented.percent(15) ? invented.between(1, 16) : invented.between(0.02, 0.8);
    return Duration.ofSeconds((long) (hours * 3_600 * (emergency ? 0.1 : 1)));
  }

  /** Most within a day, or three hours in emergencies; what no row of policy covers takes days. */
  private static double pace(boolean emergency, List<ItemKind> kinds, Invented invented) {
    boolean late = invented.percent(10);
    if (emergency) {
      return late ? invented.between(3, 10) : invented.between(0.3, 1.7);
    }
    boolean quick =
        kinds.stream()
            .anyMatch(kind ->
                kind == ItemKind.SUBSCRIBER_DATA
                    || kind == ItemKind.USER_IDENTIFYING_DATA
                    || kind == ItemKind.TAKEDOWN);
    if (quick) {
      return late ? invented.between(28, 120) : invented.between(1.5, 13);
    }
    return late ? invented.between(150, 400) : invented.between(15, 120);
  }
}
