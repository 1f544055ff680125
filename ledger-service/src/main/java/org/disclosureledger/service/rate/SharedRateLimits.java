package org.disclosureledger.service.rate;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BandwidthBuilder;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.disclosureledger.service.disclosure.LookupHmac;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Token buckets: a minute's worth at once, then as many a minute. Each process keeps one of its own
 * before the one that all share, so that a flood costs the database nothing and a limit holds by
 * and large while the database does not answer. One call of a person or address asks at a time,
 * else one flood would hold every connection; sign-ins have connections of their own, for they are
 * refused when they cannot be counted. After a failure the database is not asked for a second: what
 * needs it fails by itself, and once is enough. That all connections are taken is no failure.
 */
final class SharedRateLimits implements RateLimits {
  private static final Logger log = LoggerFactory.getLogger(SharedRateLimits.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration TURN = Duration.ofSeconds(3);
  private static final int MAX_HELD = 20_000;
  private static final int BATCH = 1_000;

  private final RateSettings settings;
  private final LookupHmac hmac;
  private final InstantSource clock;
  private final TimeMeter meter;
  private final PostgreSQLSelectForUpdateBasedProxyManager<String> shared;
  private final PostgreSQLSelectForUpdateBasedProxyManager<String> signIns;
  private volatile Instant askAgain = Instant.MIN;

  /** What this process has let pass, and whose turn it is to ask what others have. */
  private record Own(Bucket bucket, Semaphore turn) {}

  private final Map<String, Own> own =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Own> eldest) {
          return size() > MAX_HELD;
        }
      };

  /**
   * @param database for whatever is counted but sign-ins
   * @param signIns the same database, by other connections
   */
  SharedRateLimits(
      DataSource database,
      DataSource signIns,
      RateSettings settings,
      LookupHmac hmac,
      InstantSource clock) {
    this.settings = settings;
    this.hmac = hmac;
    this.clock = clock;
    this.meter = new WallClock(clock);
    this.shared = buckets(database, meter);
    this.signIns = buckets(signIns, meter);
  }

  private static PostgreSQLSelectForUpdateBasedProxyManager<String> buckets(
      DataSource database, TimeMeter meter) {
    return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
        .primaryKeyMapper(PrimaryKeyMapper.STRING)
        .table("rate_bucket")
        .clientClock(meter)
        .expirationAfterWrite(
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(MINUTE))
        .build();
  }

  @Override
  public Verdict take(RateKind kind, String who) {
    String key = key(kind, who);
    Own mine = own(kind, key);
    Verdict here = verdict(mine.bucket().tryConsumeAndReturnRemaining(1));
    if (here.outcome() == Outcome.TOO_MANY) {
      return here;
    }
    if (clock.instant().isBefore(askAgain)) {
      return Verdict.UNKNOWN;
    }
    try {
      if (!mine.turn().tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
        return Verdict.UNKNOWN;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Verdict.UNKNOWN;
    }
    try {
      return asked(kind, key);
    } finally {
      mine.turn().release();
    }
  }

  private Verdict asked(RateKind kind, String key) {
    try {
      return verdict(
          (kind == RateKind.SIGN_INS ? signIns : shared)
              .getProxy(key, () -> configuration(kind))
              .tryConsumeAndReturnRemaining(1));
    } catch (RuntimeException e) {
      if (!isCrowded(e)) {
        askAgain = clock.instant().plus(PAUSE);
        log.warn("limits cannot be counted in the database: {}", e.getClass().getName());
      }
      return Verdict.UNKNOWN;
    }
  }

  /** No connection became free in time; when none can be made, the pool says why. */
  private static boolean isCrowded(RuntimeException failure) {
    return failure.getCause() instanceof SQLTransientConnectionException e && e.getCause() == null;
  }

  @Override
  public int sweep() {
    int all = 0;
    int some;
    do {
      some = shared.removeExpired(BATCH);
      all += some;
    } while (some == BATCH);
    return all;
  }

  /** The limit is part of it: another setting begins another bucket. */
  private String key(RateKind kind, String who) {
    byte[] digest =
        hmac.of(
            "rate",
            kind.property().getBytes(StandardCharsets.US_ASCII),
            String.valueOf(settings.of(kind)).getBytes(StandardCharsets.US_ASCII),
            who.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 16);
  }

  private Own own(RateKind kind, String key) {
    synchronized (own) {
      return own.computeIfAbsent(
          key,
          unused ->
              new Own(
                  Bucket.builder().addLimit(limit(kind)).withCustomTimePrecision(meter).build(),
                  new Semaphore(1, true)));
    }
  }

  private BucketConfiguration configuration(RateKind kind) {
    return BucketConfiguration.builder().addLimit(limit(kind)).build();
  }

  private Bandwidth limit(RateKind kind) {
    int perMinute = settings.of(kind);
    return BandwidthBuilder.builder().capacity(perMinute).refillGreedy(perMinute, MINUTE).build();
  }

  private static Verdict verdict(ConsumptionProbe probe) {
    return probe.isConsumed()
        ? Verdict.GRANTED
        : Verdict.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Replicas count by their own clocks, which they keep together as for due times. */
  private record WallClock(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
