package org.disclosureledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.disclosureledger.service.LedgerServiceApplication;
import org.disclosureledger.service.database.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.mock.env.MockEnvironment;

class ForwardedAtStartTest {
  private static final String PROXIES = "server.tomcat.remoteip.internal-proxies";

  private static MockEnvironment environment(String setting) {
    MockEnvironment environment = new MockEnvironment();
    String[] parts = setting.split("=", 2);
    environment.setProperty(parts[0], parts[1]);
    return environment;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server.forward-headers-strategy=native",
        "server.forward-headers-strategy=NATIVE",
        "server.tomcat.remoteip.remote-ip-header=X-Forwarded-For",
        "server.tomcat.remoteip.protocol-header=X-Forwarded-Proto"
      })
  void whoeverIsBelievedIsNamed(String setting) {
    assertThatThrownBy(() -> ForwardedAtStart.requireKnownProxies(environment(setting)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(PROXIES);
    MockEnvironment named = environment(setting);
    named.setProperty(PROXIES, "192\\.0\\.2\\.7");
    assertThatCode(() -> ForwardedAtStart.requireKnownProxies(named)).doesNotThrowAnyException();
  }

  @Test
  void springsFilterWouldBelieveEverybody() {
    MockEnvironment framework = environment("server.forward-headers-strategy=framework");
    framework.setProperty(PROXIES, "192\\.0\\.2\\.7");
    assertThatThrownBy(() -> ForwardedAtStart.requireKnownProxies(framework))
        .isInstanceOf(StartRefused.class);
  }

  @Test
  void withoutAProxyNothingIsAsked() {
    assertThatCode(() -> ForwardedAtStart.requireKnownProxies(new MockEnvironment()))
        .doesNotThrowAnyException();
  }

  @Test
  void theServiceItselfRefusesBeforeAnythingIsMade(@TempDir Path folder) {
    Path data = folder.resolve("data");
    assertThatThrownBy(() ->
            new SpringApplicationBuilder(LedgerServiceApplication.class)
                .run("--ledger.data-dir=" + data, "--server.forward-headers-strategy=native")
                .close())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(PROXIES);
    assertThat(data).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7,192.0.2.7",
    "192.0.2.7:51234,192.0.2.7",
    "2001:db8:1:2:3:4:5:6,20010db800010002",
    "2001:db8:1:2::1,20010db800010002",
    "[2001:db8:1:2::1]:51234,20010db800010002",
    "[2001:db8:1:2::1],20010db800010002",
    "fe80::1%eth0,fe80000000000000",
    "proxy,proxy",
    "::ffff:192.0.2.7,c0000207"
  })
  void onePersonHasOneAddressWhateverTheProxyWrites(String written, String counted) {
    assertThat(SignInAttempts.network(written)).isEqualTo(counted);
  }
}
