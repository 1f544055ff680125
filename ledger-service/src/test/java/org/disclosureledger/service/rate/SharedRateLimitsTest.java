package org.disclosureledger.service.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.disclosureledger.service.database.LedgerDatabase;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.disclosure.LookupHmac;
import org.disclosureledger.service.rate.RateLimits.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

class SharedRateLimitsTest {
  private static final String LAN = "person:lan.vidu@example.com";
  private static final LookupHmac HMAC =
      new LookupHmac(
          new SecretKeySpec(
              "thirty-two bytes, plainly no key".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T03:00:00Z"));
  private final AtomicBoolean away = new AtomicBoolean();
  private LedgerDatabase database;

  @BeforeEach
  void open() {
    database = LedgerDatabase.create();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private SharedRateLimits limits(int perMinute) {
    DataSource source = reachable();
    return limits(perMinute, source, source);
  }

  private SharedRateLimits limits(int perMinute, DataSource source, DataSource signIns) {
    RateSettings settings =
        new RateSettings(
            Map.of(RateKind.READS, perMinute, RateKind.WRITES, 1, RateKind.SIGN_INS, 2));
    return new SharedRateLimits(source, signIns, settings, HMAC, now::get);
  }

  /** Few connections, and little patience for one. */
  private HikariDataSource pool(int size) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database.writer());
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(250);
    return new HikariDataSource(config);
  }

  /** The writer's database, unless the test took it away. */
  private DataSource reachable() {
    DataSource writer = database.writer();
    DataSource source = Mockito.mock(DataSource.class);
    try {
      Mockito.when(source.getConnection())
          .thenAnswer(call -> {
            if (away.get()) {
              throw new SQLException("away");
            }
            return writer.getConnection();
          });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return source;
  }

  private static List<Outcome> taken(RateLimits limits, int times) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      outcomes.add(limits.take(RateKind.READS, LAN).outcome());
    }
    return outcomes;
  }

  @Test
  void aMinutesWorthPassesAndOneMoreWaitsForTheRefill() {
    RateLimits limits = limits(3);
    assertThat(taken(limits, 3)).containsOnly(Outcome.GRANTED);
    RateLimits.Verdict fourth = limits.take(RateKind.READS, LAN);
    assertThat(fourth.outcome()).isEqualTo(Outcome.TOO_MANY);
    assertThat(fourth.retryAfter()).isEqualTo(Duration.ofSeconds(20));

    now.set(now.get().plusSeconds(20).minusMillis(1));
    assertThat(taken(limits, 1)).containsOnly(Outcome.TOO_MANY);
    now.set(now.get().plusMillis(1));
    assertThat(taken(limits, 2)).containsExactly(Outcome.GRANTED, Outcome.TOO_MANY);
  }

  @Test
  void replicasShareOneBucketAndOthersHaveTheirOwn() {
    RateLimits here = limits(4);
    RateLimits there = limits(4);
    assertThat(taken(here, 3)).containsOnly(Outcome.GRANTED);
    assertThat(taken(there, 2)).containsExactly(Outcome.GRANTED, Outcome.TOO_MANY);
    assertThat(taken(here, 1)).containsOnly(Outcome.TOO_MANY);
    assertThat(there.take(RateKind.WRITES, LAN).outcome()).isEqualTo(Outcome.GRANTED);
    assertThat(there.take(RateKind.READS, "person:minh").outcome()).isEqualTo(Outcome.GRANTED);
    now.set(now.get().plusSeconds(15));
    assertThat(taken(there, 1)).containsOnly(Outcome.GRANTED);
    assertThat(taken(here, 1)).containsOnly(Outcome.TOO_MANY);
  }

  @Test
  void aCrowdAtTwoReplicasGetsNoMoreThanTheLimit() throws Exception {
    List<RateLimits> replicas = List.of(limits(20), limits(20));
    AtomicInteger granted = new AtomicInteger();
    try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        RateLimits replica = replicas.get(i % 2);
        calls.add(
            crowd.submit(() -> {
              if (replica.take(RateKind.READS, LAN).outcome() == Outcome.GRANTED) {
                granted.incrementAndGet();
              }
            }));
      }
      for (Future<?> call : calls) {
        call.get();
      }
    }
    assertThat(granted).hasValue(20);
  }

  @Test
  void withoutTheDatabaseEachProcessCountsAloneAndAsksAgainASecondLater() {
    RateLimits limits = limits(3);
    away.set(true);
    assertThat(taken(limits, 4))
        .containsExactly(Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.TOO_MANY);
    away.set(false);
    now.set(now.get().plusSeconds(60));
    assertThat(taken(limits, 1)).containsOnly(Outcome.GRANTED);

    away.set(true);
    assertThat(taken(limits, 1)).containsOnly(Outcome.UNKNOWN);
    away.set(false);
    assertThat(taken(limits, 1)).as("not asked within the pause").containsOnly(Outcome.UNKNOWN);
    now.set(now.get().plus(SharedRateLimits.PAUSE).plusSeconds(60));
    assertThat(taken(limits, 1)).containsOnly(Outcome.GRANTED);
  }

  @Test
  void thatNoConnectionIsFreeIsSaidOfThatCallAloneAndOfNoSignIn() throws Exception {
    try (HikariDataSource many = pool(1);
        HikariDataSource signIns = pool(1)) {
      RateLimits limits = limits(9, many, signIns);
      assertThat(taken(limits, 1)).containsOnly(Outcome.GRANTED);
      try (Connection held = many.getConnection()) {
        assertThat(held.isValid(1)).isTrue();
        assertThat(taken(limits, 1)).containsOnly(Outcome.UNKNOWN);
        assertThat(limits.take(RateKind.SIGN_INS, "address:192.0.2.7").outcome())
            .isEqualTo(Outcome.GRANTED);
      }
      assertThat(taken(limits, 1)).as("at the same instant").containsOnly(Outcome.GRANTED);
    }
  }

  @Test
  void oneWhoAsksManyTimesAtOnceHoldsOneConnection() throws Exception {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch othersAsk = new CountDownLatch(12);
    DataSource source = Mockito.mock(DataSource.class);
    Mockito.when(source.getConnection())
        .thenAnswer(call -> {
          most.accumulateAndGet(open.incrementAndGet(), Math::max);
          // Until everybody else has asked too, so that whoever may would be here by then.
          assertThat(othersAsk.await(10, TimeUnit.SECONDS)).isTrue();
          Connection connection = Mockito.spy(database.writer().getConnection());
          Mockito.doAnswer(
                  closing -> {
                    open.decrementAndGet();
                    return closing.callRealMethod();
                  })
              .when(connection)
              .close();
          return connection;
        });
    RateLimits limits = limits(1_000, source, source);
    try (ExecutorService flood = Executors.newFixedThreadPool(12)) {
      List<Future<Outcome>> calls = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        calls.add(
            flood.submit(() -> {
              othersAsk.countDown();
              return limits.take(RateKind.READS, LAN).outcome();
            }));
      }
      for (Future<Outcome> call : calls) {
        assertThat(call.get()).isEqualTo(Outcome.GRANTED);
      }
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void theTableNamesNobodyAndExpiredRowsGo() {
    SharedRateLimits limits = limits(3);
    taken(limits, 1);
    limits.take(RateKind.SIGN_INS, "address:192.0.2.7");
    JdbcClient writer = JdbcClient.create(database.writer());
    List<String> ids =
        writer.sql("SELECT id FROM rate_bucket").query((row, n) -> row.getString(1)).list();
    assertThat(ids).hasSize(2).allMatch(id -> id.matches("[0-9a-f]{32}"));
    assertThat(
            writer
                .sql("SELECT count(*) FROM rate_bucket b WHERE b::text ~ 'lan|vidu|example|192[.]'")
                .query(Integer.class)
                .single())
        .isZero();

    assertThat(limits.sweep()).isZero();
    assertThat(writer.sql("UPDATE rate_bucket SET expires_at = 1").update()).isEqualTo(2);
    assertThat(limits.sweep()).isEqualTo(2);
    assertThat(limits.sweep()).isZero();
  }

  @Test
  void anotherSettingBeginsAnotherBucket() {
    assertThat(taken(limits(2), 3)).endsWith(Outcome.TOO_MANY);
    assertThat(taken(limits(5), 5)).containsOnly(Outcome.GRANTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1000001", "many", "", "1.5", " 7"})
  void aLimitThatIsNoNumberRefusesTheStart(String value) {
    MockEnvironment environment = new MockEnvironment();
    environment.setProperty("ledger.access.rate.tiles", value);
    assertThatThrownBy(() -> RateSettings.of(environment))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("ledger.access.rate.tiles");
  }

  @Test
  void whatIsNotSetHasItsDefault() {
    MockEnvironment environment = new MockEnvironment();
    environment.setProperty("ledger.access.rate.writes", "7");
    RateSettings settings = RateSettings.of(environment);
    assertThat(settings.of(RateKind.WRITES)).isEqualTo(7);
    assertThat(settings.of(RateKind.READS)).isEqualTo(600);
    assertThat(settings.of(RateKind.TILES)).isEqualTo(6_000);
  }
}
