package org.disclosureledger.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.service.database.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class KafkaSettingsTest {
  private static KafkaSettings bound(Map<String, Object> environment) {
    StandardEnvironment all = new StandardEnvironment();
    all.getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment));
    return Binder.get(all).bindOrCreate("ledger.kafka", KafkaSettings.class);
  }

  @Test
  void itIsOffAndKeepsNothingUnlessTold() {
    KafkaSettings settings = bound(Map.of());
    assertThat(settings.bootstrapServers()).isEmpty();
    assertThat(settings.embedded()).isFalse();
    assertThat(settings.intake()).isFalse();
    assertThat(settings.topicPrefix()).isEqualTo("disclosure-ledger");
  }

  /** As the README has it: secrets come from the environment. */
  @Test
  void aSettingOfTheClientsComesFromTheEnvironmentUnderItsOwnName() {
    KafkaSettings settings =
        bound(
            Map.of(
                "LEDGER_KAFKA_BOOTSTRAPSERVERS",
                "broker.example:9093",
                "LEDGER_KAFKA_PROPERTIES_SASL_JAAS_CONFIG",
                "plainly invented;",
                "LEDGER_KAFKA_PROPERTIES_SECURITY_PROTOCOL",
                "SASL_SSL"));
    assertThat(new Brokers(settings.bootstrapServers(), settings).client("me"))
        .containsEntry("bootstrap.servers", "broker.example:9093")
        .containsEntry("sasl.jaas.config", "plainly invented;")
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("client.id", "me");
  }

  @ParameterizedTest
  @CsvSource({
    "LEDGER_KAFKA_PROPERTIES_ACKS, 0",
    "LEDGER_KAFKA_PROPERTIES_ENABLE_IDEMPOTENCE, false",
    "LEDGER_KAFKA_PROPERTIES_BOOTSTRAP_SERVERS, elsewhere.example:9092",
    "LEDGER_KAFKA_TOPICPREFIX, a b",
    "LEDGER_KAFKA_PARTITIONS, 0",
    "LEDGER_KAFKA_PARTITIONS, 1001",
    "LEDGER_KAFKA_REPLICATIONFACTOR, 0",
  })
  void whatTheGuaranteesRestOnOrCannotBeIsRefused(String name, String value) {
    assertThatThrownBy(() -> bound(Map.of(name, value))).hasRootCauseInstanceOf(StartRefused.class);
  }

  @Test
  void brokersOfOthersAndOneOfOurOwnAreOneTooMany() {
    assertThatThrownBy(() ->
            bound(
                Map.of(
                    "LEDGER_KAFKA_EMBEDDED",
                    "true",
                    "LEDGER_KAFKA_BOOTSTRAPSERVERS",
                    "broker.example:9092")))
        .hasRootCauseInstanceOf(StartRefused.class);
  }

  @Test
  void brokersThatCannotBeReachedEndTheStartInOneLine() {
    KafkaSettings settings =
        bound(
            Map.of(
                "LEDGER_KAFKA_PROPERTIES_DEFAULT_API_TIMEOUT_MS",
                "1500",
                "LEDGER_KAFKA_PROPERTIES_REQUEST_TIMEOUT_MS",
                "1000"));
    for (String servers : List.of("127.0.0.1:1", "nowhere.invalid:9092", "no port")) {
      assertThatThrownBy(() -> new Brokers(servers, settings).require())
          .isInstanceOf(StartRefused.class)
          .message()
          .startsWith("the Kafka brokers at " + servers + " cannot be used: ")
          .doesNotContain("\n");
    }
  }

  /** A tilde is no character of Kafka's. */
  @Test
  void namesOfTopicsAreKafkasAndNoTwoLedgersShareOne() {
    TopicNames names = new TopicNames("p");
    Set<String> all = new HashSet<>();
    List<String> ledgers = List.of("a", "a_b", "a~b", "a.b", "a_5fb", "a_7eb", "a-b", "a_~");
    for (String ledger : ledgers) {
      assertThat(names.entries(ledger)).matches("[a-zA-Z0-9._-]+");
      all.add(names.entries(ledger));
      assertThat(names.intake(ledger)).matches(names.intakes());
      assertThat(TopicNames.deadLetters(names.intake(ledger))).endsWith(".dead-letters");
    }
    assertThat(all).hasSameSizeAs(ledgers);
    assertThat("p.a.entries").doesNotMatch(names.intakes());
  }
}
