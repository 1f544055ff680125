package org.disclosureledger.service.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A half-year of an invented enterprise, as steps in the order of time: the same seed, number and
 * end give the same steps. The first day fills the agency register. Requests are made up only as
 * their time comes, so memory is bounded by what is going on at once. What would happen after the
 * end does not: some requests stay open.
 */
public final class SampleScenario implements Iterator<SampleStep> {
  public static final Duration HALF_YEAR = Duration.ofDays(184);

  private static final Duration REGISTER_DAY = Duration.ofDays(1);
  private static final int REMEMBERED = 40;

  /** Requests of all agencies in the days of one list, about. */
  private static final int LISTED = 400;

  private static final int LONGEST_LIST = 60;

  private record Queued(SampleStep step, long number) {}

  private record Earlier(UUID id, SampleDemand demand, Instant recordedAt) {}

  private final long seed;
  private final int requests;
  private final Instant end;
  private final ArrivalTimes arrivals;
  private final SampleRegister register;
  private final Habits habits;
  private final Courses courses;
  private final Demands demands;
  private final List<ListPlan> lists;
  private final Deque<Earlier> earlier = new ArrayDeque<>();
  private final PriorityQueue<Queued> queue =
      new PriorityQueue<>(
          Comparator.comparing((Queued queued) -> queued.step().at())
              .thenComparingLong(Queued::number));
  private int planned;
  private long queued;
  private Instant nextArrival;

  /**
   * @param requests how many are recorded, at least one
   * @param end no step lies after it
   */
  public SampleScenario(long seed, int requests, Instant end) {
    if (requests < 1) {
      throw new IllegalArgumentException("at least one request");
    }
    this.seed = seed;
    this.requests = requests;
    this.end = end;
    Random random = new Random(seed);
    Instant start = end.minus(HALF_YEAR).truncatedTo(ChronoUnit.MILLIS);
    // To the millisecond below may be a little before the start.
    Instant first = start.isBefore(end.minus(HALF_YEAR)) ? start.plusMillis(1) : start;
    register = new SampleRegister(first, HALF_YEAR, new Invented(random));
    enqueue(register.steps());
    enqueue(new OversightPlan(first, HALF_YEAR, requests, new Invented(random)).steps());
    enqueue(new ReportPlan(first, end, new Invented(random)).steps());
    lists = lists(first, requests, new Invented(random));
    enqueue(lists.stream().map(ListPlan::step).toList());
    arrivals = new ArrivalTimes(first.plus(REGISTER_DAY), end, requests, random);
    habits = Habits.of(random);
    courses = new Courses(random);
    demands = new Demands(habits, register);
    nextArrival = arrivals.next();
  }

  /** Of one agency that lasts, and of one that took over from another meanwhile. */
  private static List<ListPlan> lists(Instant first, int requests, Invented invented) {
    int days = Math.clamp(HALF_YEAR.toDays() * LISTED / requests, 1, LONGEST_LIST);
    SampleAgency lasting = SampleAgency.LASTING.getFirst();
    double overlap = 0.5 - days / 2.0 / HALF_YEAR.toDays();
    return List.of(
        new ListPlan(lasting, List.of(), first, 0.3, days, invented),
        new ListPlan(
            SampleAgency.SUCCESSOR, List.of(SampleAgency.ENDING), first, overlap, days, invented));
  }

  /** How many requests have been made up so far, for a progress bar. */
  public int planned() {
    return planned;
  }

  @Override
  public boolean hasNext() {
    fill();
    return !queue.isEmpty();
  }

  @Override
  public SampleStep next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return queue.remove().step();
  }

  /** Makes up every request that could have a step before the one at the head. */
  private void fill() {
    while (planned < requests
        && (queue.isEmpty() || !nextArrival.isAfter(queue.element().step().at()))) {
      plan(nextArrival);
      planned++;
      if (planned < requests) {
        nextArrival = arrivals.next();
      }
    }
  }

  private void plan(Instant arrival) {
    // Its own source of chance, so that one request's course does not change the others'.
    Invented invented = new Invented(new Random(seed + 0x9E3779B97F4A7C15L * (planned + 1)));
    Earlier other = recordedBy(arrival);
    Course course = courses.draw(each -> possible(each, arrival, other));
    SampleDemand demand =
        demands.of(course, arrival, other == null ? null : other.demand(), invented);
    RequestPlan plan = new RequestPlan(demand, end, habits, register, invented);
    List<SampleStep> steps = plan.steps(course, other == null ? null : other.id());
    lists.forEach(list -> list.note(demand.agency(), plan.papers()));
    remember(new Earlier(plan.id, demand, steps.getFirst().at()));
    enqueue(steps);
  }

  private boolean possible(Course course, Instant arrival, @Nullable Earlier other) {
    return (!course.refers() || other != null)
        && (course != Course.ENDED_AGENCY || register.ended(arrival));
  }

  private @Nullable Earlier recordedBy(Instant arrival) {
    return earlier.stream()
        .filter(each -> each.recordedAt().isBefore(arrival))
        // A repeat of hundreds of targets would be one more of what is rare already.
        .filter(each -> each.demand().items().size() < 5 && !each.demand().emergency())
        .findFirst()
        .orElse(null);
  }

  private void remember(Earlier request) {
    earlier.addFirst(request);
    if (earlier.size() > REMEMBERED) {
      earlier.removeLast();
    }
  }

  private void enqueue(List<SampleStep> steps) {
    for (SampleStep step : steps) {
      if (!step.at().isAfter(end)) {
        queue.add(new Queued(step, queued++));
      }
    }
  }
}
