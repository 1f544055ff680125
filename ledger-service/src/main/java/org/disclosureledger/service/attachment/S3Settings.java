package org.disclosureledger.service.attachment;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.disclosureledger.service.database.SecretFile;
import org.disclosureledger.service.database.StartRefused;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Settings {@code ledger.attachments.s3.*}: {@code endpoint}, {@code bucket}, {@code region}
 * (default {@code us-east-1}), {@code path-style} (default true), {@code access-key}, and {@code
 * secret-key} or {@code secret-key-file} (0600).
 */
record S3Settings(
    URI endpoint,
    String region,
    String bucket,
    boolean pathStyle,
    String accessKey,
    String secretKey) {
  private static final String PREFIX = "ledger.attachments.s3.";

  /**
   * @return empty when nothing under this prefix is set
   * @throws StartRefused when something is set and something else is missing: documents do not go
   *     to a folder because of a line that was forgotten
   */
  static Optional<S3Settings> of(Environment environment) {
    Map<String, String> set =
        Binder.get(environment)
            .bind(
                PREFIX.substring(0, PREFIX.length() - 1),
                Bindable.mapOf(String.class, String.class))
            .orElse(Map.of());
    if (set.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new S3Settings(
            endpoint(required(environment, "endpoint")),
            environment.getProperty(PREFIX + "region", "us-east-1"),
            required(environment, "bucket"),
            environment.getProperty(PREFIX + "path-style", Boolean.class, true),
            required(environment, "access-key"),
            secret(environment)));
  }

  private static URI endpoint(String value) {
    if (!value.matches("https?://\\S+")) {
      throw new StartRefused(PREFIX + "endpoint is no http or https URL: " + value);
    }
    return URI.create(value);
  }

  private static String secret(Environment environment) {
    String file = environment.getProperty(PREFIX + "secret-key-file");
    return file == null
        ? required(environment, "secret-key")
        : new String(SecretFile.read(Path.of(file)), StandardCharsets.UTF_8).strip();
  }

  private static String required(Environment environment, String name) {
    String value = environment.getProperty(PREFIX + name);
    if (value == null || value.isBlank()) {
      throw new StartRefused(PREFIX + "* is set, but " + PREFIX + name + " is not");
    }
    return value;
  }

  @Override
  public String toString() {
    return "S3Settings[" + endpoint + ", " + bucket + "]";
  }
}
