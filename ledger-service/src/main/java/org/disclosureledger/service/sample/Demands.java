package org.disclosureledger.service.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.jspecify.annotations.Nullable;

/** Makes up what is demanded, so that it fits the course that the request takes. */
final class Demands {
  private static final int BIG_TARGETS = 200;

  private final Habits habits;
  private final SampleRegister register;

  Demands(Habits habits, SampleRegister register) {
    this.habits = habits;
    this.register = register;
  }

  /**
   * A demand for a course.
   *
   * @param other an earlier one, which a duplicate repeats
   */
  SampleDemand of(
      Course course, Instant receivedAt, @Nullable SampleDemand other, Invented invented) {
    Instant received = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    boolean repeats = course == Course.DUPLICATE && other != null;
    Secrecy secrecy = secrecy(course, repeats ? other : null);
    List<ItemKind> kinds = kinds(course);
    List<SampleItem> items =
        repeats && other != null
            ? other.items()
            : IntStream.range(0, kinds.size())
                .mapToObj(i -> item(course, i + 1, kinds.get(i), received, secrecy, invented))
                .toList();
    boolean prompt = course.emergency() || needsPromptness(course);
    SampleAgency agency = agency(course, received, repeats ? other : null, invented);
    return new SampleDemand(
        agency,
        invented.percent(4) ? elsewhere(agency) : null,
        received,
        prompt ? minutes(3, 20, invented) : lag(invented),
        channel(course, invented),
        !course.emergency() && habits.agents().draw() ? minutes(30, 2_000, invented) : null,
        course.emergency(),
        secrecy,
        dueStated(course, received, invented),
        pace(course, kinds, invented),
        items,
        invented);
  }

  /** The answer goes to another agency than the one that asked. */
  private static String elsewhere(SampleAgency agency) {
    SampleAgency first = SampleAgency.LASTING.getFirst();
    return (agency.equals(first) ? SampleAgency.LASTING.getLast() : first).code().value();
  }

  private Secrecy secrecy(Course course, @Nullable SampleDemand repeated) {
    if (repeated != null) {
      return repeated.secrecy();
    }
    return switch (course) {
      case ANSWERED, IN_PARTS, REFUSED, CLARIFIED, SUSPENDED -> habits.secrecies().draw();
      default -> Secrecy.NORMAL;
    };
  }

  private SampleAgency agency(
      Course course, Instant received, @Nullable SampleDemand repeated, Invented invented) {
    if (repeated != null && register.stands(repeated.agency(), received)) {
      return repeated.agency();
    }
    if (course == Course.ENDED_AGENCY) {
      return SampleAgency.ENDING;
    }
    boolean plain = course == Course.ANSWERED || course == Course.REFUSED;
    return plain && invented.percent(3)
        ? SampleAgency.STRANGER
        : register.valid(received, invented);
  }

  private List<ItemKind> kinds(Course course) {
    if (course == Course.BIG) {
      return List.of(
          ItemKind.SUBSCRIBER_DATA, ItemKind.TRAFFIC_DATA, ItemKind.USER_IDENTIFYING_DATA);
    }
    List<ItemKind> kinds = new ArrayList<>();
    int size = habits.sizes().draw();
    for (int i = 0; i < size; i++) {
      kinds.add(habits.kinds().draw());
    }
    switch (course) {
      case SUSPENDED, GIVEN_BACK_LATE -> kinds.set(0, ItemKind.SUSPENSION);
      case PRESERVED -> kinds.set(0, ItemKind.PRESERVATION);
      case MOBILISED -> kinds.set(0, ItemKind.MOBILISATION);
      case EXTENDED, HINDERED -> kinds.set(0, ItemKind.TRAFFIC_DATA);
      case ANSWERED, REFUSED, FORGED, FORGOTTEN, REMINDED, CLARIFIED -> {}
      // What these go through is about data.
      default -> {
        if (Measure.answering(kinds.getFirst()).isPresent()) {
          kinds.set(0, ItemKind.SUBSCRIBER_DATA);
        }
      }
    }
    return kinds;
  }

  private static SampleItem item(
      Course course,
      int ordinal,
      ItemKind kind,
      Instant received,
      Secrecy secrecy,
      Invented invented) {
    return course == Course.BIG
        ? SampleItem.of(ordinal, kind, received, false, BIG_TARGETS, invented)
        : SampleItem.of(ordinal, kind, received, secrecy.aboveNormal(), invented);
  }

  private Channel channel(Course course, Invented invented) {
    if (course.oral()) {
      return invented.percent(80) ? Channel.TELEPHONE : Channel.IN_PERSON;
    }
    if (course == Course.WRITTEN_EMERGENCY) {
      return invented.pick(List.of(Channel.EMAIL, Channel.OFFICIAL_LETTER, Channel.FAX));
    }
    return habits.channels().draw();
  }

  private static @Nullable Instant dueStated(Course course, Instant received, Invented invented) {
    if (course == Course.EXTENDED || course == Course.HINDERED) {
      return received.plus(Duration.ofDays(4));
    }
    return invented.percent(20) && !course.emergency()
        ? received.plus(Duration.ofHours(invented.percent(50) ? 72 : 240))
        : null;
  }

  /** Whether what it goes through has to happen before the due time. */
  private static boolean needsPromptness(Course course) {
    return course == Course.EXTENDED || course == Course.HINDERED;
  }

  /** Mostly minutes; some are entered the next morning, a few days later. */
  private static Duration lag(Invented invented) {
    double hours =
        invented.percent(4)
            ? invented.between(20, 90)
            : invented.percent(15) ? invented.between(1, 16) : invented.between(0.02, 0.8);
    return Duration.ofSeconds((long) (hours * 3_600));
  }

  private static Duration minutes(int least, int most, Invented invented) {
    return Duration.ofSeconds((long) (invented.between(least, most) * 60));
  }

  /** Most within a day, or three hours in emergencies; what no row of policy covers takes days. */
  private static double pace(Course course, List<ItemKind> kinds, Invented invented) {
    boolean late = invented.percent(10);
    if (course.emergency()) {
      return late ? invented.between(3, 7) : invented.between(0.3, 1.7);
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
