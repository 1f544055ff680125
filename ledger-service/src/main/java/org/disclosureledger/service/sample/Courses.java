package org.disclosureledger.service.sample;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Random;
import java.util.function.Predicate;

/**
 * The courses that requests take. Each occurs among the first hundred, whatever chance says; later
 * ones are plainer. A course that is impossible yet waits until it is possible.
 */
final class Courses {
  private static final int FIRST = 100;
  private static final int LATER = 300;

  private final Deck<Course> first;
  private final Deck<Course> later;
  private final Deque<Course> waiting = new ArrayDeque<>();
  private int drawn;

  Courses(Random random) {
    first = rare(new Deck<>(random), 1);
    first.with(FIRST - first.size(), Course.ANSWERED);
    later =
        rare(new Deck<>(random), 1)
            .with(24, Course.IN_PARTS)
            .with(18, Course.REFUSED)
            .with(8, Course.FORGED)
            .with(8, Course.WRITTEN_EMERGENCY)
            .with(8, Course.ORAL_CONFIRMED)
            .with(6, Course.CLARIFIED)
            .with(4, Course.NO_DATA)
            .with(4, Course.FORGOTTEN);
    later.with(LATER - later.size(), Course.ANSWERED);
  }

  private static Deck<Course> rare(Deck<Course> deck, int copies) {
    for (Course course : Course.values()) {
      deck.with(copies, course);
    }
    return deck.with(4, Course.IN_PARTS)
        .with(4, Course.REFUSED)
        .with(2, Course.REST_REFUSED)
        .with(2, Course.WRITTEN_EMERGENCY)
        .with(2, Course.ORAL_CONFIRMED)
        .with(2, Course.CLARIFIED)
        .with(1, Course.DELIVERED_AGAIN)
        .with(1, Course.EXTENDED)
        .with(1, Course.NO_DATA)
        .with(1, Course.FORGOTTEN)
        .with(1, Course.FORGED);
  }

  /** The next course for a request that only some are possible for. */
  Course draw(Predicate<Course> possible) {
    for (Iterator<Course> all = waiting.iterator(); all.hasNext(); ) {
      Course course = all.next();
      if (possible.test(course)) {
        all.remove();
        return course;
      }
    }
    while (true) {
      Course course = drawn++ < FIRST ? first.draw() : later.draw();
      if (possible.test(course)) {
        return course;
      }
      waiting.add(course);
    }
  }
}
