package org.disclosureledger.service.rate;

import java.time.Duration;

/** Counts what people and addresses ask for. */
@FunctionalInterface
public interface RateLimits {

  /** Whether one more may pass. */
  enum Outcome {
    GRANTED,
    TOO_MANY,
    /** This process has let fewer pass than the limit; what others let pass is not known now. */
    UNKNOWN
  }

  /**
   * The answer.
   *
   * @param retryAfter after which one more passes, if it was too many
   */
  record Verdict(Outcome outcome, Duration retryAfter) {
    public static final Verdict GRANTED = new Verdict(Outcome.GRANTED, Duration.ZERO);
    static final Verdict UNKNOWN = new Verdict(Outcome.UNKNOWN, Duration.ZERO);

    static Verdict tooMany(Duration wait) {
      return new Verdict(Outcome.TOO_MANY, wait);
    }
  }

  /**
   * Takes one.
   *
   * @param who a person or an address; it is kept as a keyed digest only
   */
  Verdict take(RateKind kind, String who);

  /** Removes what counts nothing any more; how many of it. */
  default int sweep() {
    return 0;
  }
}
