package org.disclosureledger.service.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.disclosureledger.service.database.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class S3SettingsTest {
  private static final String PREFIX = "ledger.attachments.s3.";

  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void withoutAnySettingThereIsNoS3() {
    assertThat(S3Settings.of(environment)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"endpoint", "region", "path-style", "access-key", "secret-key", "bukcet"})
  void aSettingWithoutABucketRefusesTheStart(String name) {
    environment.setProperty(PREFIX + "endpoint", "http://localhost:9000");
    environment.setProperty(PREFIX + name, "http://localhost:9000");
    environment.setProperty(PREFIX + "access-key", "khoa-mau");
    environment.setProperty(PREFIX + "secret-key", "bi-mat-mau");
    environment.setProperty(PREFIX + "path-style", "true");

    assertThatThrownBy(() -> S3Settings.of(environment))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(PREFIX + "bucket is not");
  }

  @Test
  void allSettingsTogetherAreTaken() {
    environment.setProperty(PREFIX + "endpoint", "http://localhost:9000");
    environment.setProperty(PREFIX + "bucket", "so-cai-mau");
    environment.setProperty(PREFIX + "access-key", "khoa-mau");
    environment.setProperty(PREFIX + "secret-key", "bi-mat-mau");

    assertThat(S3Settings.of(environment))
        .hasValueSatisfying(s3 -> assertThat(s3.bucket()).isEqualTo("so-cai-mau"));
  }
}
