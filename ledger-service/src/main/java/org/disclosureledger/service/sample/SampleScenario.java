package org.disclosureledger.service.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import org.disclosureledger.service.vocabulary.ItemKind;

/**
 * A half-year of invented requests, as steps in the order of time: the same seed, number and end
 * give the same steps. Requests are made up only as their time comes, so memory is bounded by what
 * is going on at once. What would happen after the end does not: some requests stay open.
 */
public final class SampleScenario implements Iterator<SampleStep> {
  public static final Duration HALF_YEAR = Duration.ofDays(184);

  private record Queued(SampleStep step, long number) {}

  private final long seed;
  private final int requests;
  private final Instant end;
  private final ArrivalTimes arrivals;
  private final Deck<Outcome> outcomes;
  private final Deck<ItemKind> kinds;
  private final Deck<Integer> sizes;
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
    arrivals = new ArrivalTimes(end.minus(HALF_YEAR), end, requests, random);
    outcomes =
        new Deck<Outcome>(random)
            .with(62, Outcome.DISCLOSED)
            .with(12, Outcome.DISCLOSED_IN_PARTS)
            .with(3, Outcome.DISCLOSED_AGAIN)
            .with(4, Outcome.REST_REFUSED)
            .with(12, Outcome.REFUSED)
            .with(4, Outcome.FORGED)
            .with(3, Outcome.FORGOTTEN);
    kinds = kindDeck(random);
    sizes = new Deck<Integer>(random).with(60, 1).with(25, 2).with(10, 3).with(4, 5).with(1, 12);
    nextArrival = arrivals.next();
  }

  private static Deck<ItemKind> kindDeck(Random random) {
    Deck<ItemKind> deck =
        new Deck<ItemKind>(random)
            .with(24, ItemKind.SUBSCRIBER_DATA)
            .with(14, ItemKind.USER_IDENTIFYING_DATA)
            .with(9, ItemKind.TRAFFIC_DATA)
            .with(6, ItemKind.TAKEDOWN)
            .with(4, ItemKind.FIGURES);
    for (ItemKind kind : ItemKind.values()) {
      deck.with(1, kind);
    }
    return deck;
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
      // Its own source of chance, so that one request's course does not change the others'.
      Invented invented = new Invented(new Random(seed + 0x9E3779B97F4A7C15L * (planned + 1)));
      List<ItemKind> items = IntStream.range(0, sizes.draw()).mapToObj(i -> kinds.draw()).toList();
      SampleDemand demand = SampleDemand.of(nextArrival, items, invented);
      for (SampleStep step : new RequestPlan(demand, end, invented).steps(outcomes.draw())) {
        if (!step.at().isAfter(end)) {
          queue.add(new Queued(step, queued++));
        }
      }
      planned++;
      if (planned < requests) {
        nextArrival = arrivals.next();
      }
    }
  }
}
