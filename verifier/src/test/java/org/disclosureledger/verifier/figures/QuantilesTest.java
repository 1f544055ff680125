package org.disclosureledger.verifier.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuantilesTest {
  private static OptionalLong of(int percent, long... values) {
    return Quantiles.of(values, percent);
  }

  /** A line of the table that {@code survival/table.R} writes; "-" is no quantile. */
  record Line(String name, long[] time, long[] status, String[] ours, String[] theirs) {
    @Override
    public String toString() {
      return name;
    }

    long[] of(int wanted) {
      return IntStream.range(0, time.length)
          .filter(i -> status[i] == wanted)
          .mapToLong(i -> time[i])
          .toArray();
    }

    String quantile(int percent) {
      OptionalLong value = Quantiles.ofUnfinished(of(1), of(0), percent);
      return value.isPresent() ? Long.toString(value.getAsLong()) : "-";
    }
  }

  static List<Line> table() throws IOException {
    try (InputStream in = QuantilesTest.class.getResourceAsStream("/survival/table.csv")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(part ->
              new Line(
                  part[0],
                  numbers(part[1]),
                  numbers(part[2]),
                  Arrays.copyOfRange(part, 3, 6),
                  Arrays.copyOfRange(part, 6, 9)))
          .toList();
    }
  }

  private static long[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
  }

  @ParameterizedTest
  @MethodSource("table")
  void theyAreThoseOfSurvfitInR(Line line) {
    int[] percents = {50, 90, 95};
    for (int i = 0; i < percents.length; i++) {
      String quantile = line.quantile(percents[i]);
      assertThat(quantile).isEqualTo(line.ours[i]);
      if (!line.theirs[i].equals("=")) {
        assertThat(quantile).isEqualTo(line.theirs[i]);
      }
    }
  }

  @Test
  void theNearestRankIsAValueThatThereIs() {
    assertThat(of(50)).isEmpty();
    assertThat(of(50, 7)).hasValue(7);
    assertThat(of(95, 7)).hasValue(7);
    assertThat(of(50, 4, 1)).hasValue(1);
    assertThat(of(90, 1, 2, 3, 4)).hasValue(4);
    assertThat(of(50, 3, 1, 2)).hasValue(2);
    long[] hundred = LongStream.rangeClosed(1, 100).toArray();
    assertThat(of(50, hundred)).hasValue(50);
    assertThat(of(90, hundred)).hasValue(90);
    assertThat(of(95, hundred)).hasValue(95);
    assertThat(of(90, LongStream.rangeClosed(1, 101).toArray())).hasValue(91);
  }

  @Test
  void aDurationDatedWronglyCountsAsItIs() {
    assertThat(of(50, -5, 0, 3)).hasValue(0);
    assertThat(Quantiles.ofUnfinished(new long[] {-5, 3}, new long[] {-1}, 50)).hasValue(3);
  }

  @Test
  void whereSurvivalIsJustOneMinusPItsFirstInstantCounts() {
    assertThat(Quantiles.ofUnfinished(new long[] {1, 2, 3, 4}, new long[0], 50)).hasValue(2);
    long[] ten = LongStream.rangeClosed(1, 10).toArray();
    assertThat(Quantiles.ofUnfinished(ten, new long[0], 90)).hasValue(9);
  }

  @Test
  void whoStillWaitsAtAnEventIsStillAtRisk() {
    // 1 of 2 at 5, so S = 1/2; without the one that waits it would be 0.
    assertThat(Quantiles.ofUnfinished(new long[] {5}, new long[] {5}, 90)).isEmpty();
    assertThat(Quantiles.ofUnfinished(new long[] {5}, new long[] {5}, 50)).hasValue(5);
    assertThat(Quantiles.ofUnfinished(new long[] {5}, new long[] {4}, 90)).hasValue(5);
  }

  @Test
  void whereNobodyWaitsBothKindsOfQuantileAgree() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      long[] values = random.longs(1 + random.nextInt(40), -5, 30).toArray();
      for (int percent : new int[] {50, 90, 95}) {
        assertThat(Quantiles.ofUnfinished(values, new long[0], percent))
            .as("seed %d: %s of %s", seed, percent, Arrays.toString(values))
            .isEqualTo(Quantiles.of(values, percent));
      }
    }
  }
}
