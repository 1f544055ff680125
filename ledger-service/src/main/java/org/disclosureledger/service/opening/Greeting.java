package org.disclosureledger.service.opening;

import java.nio.file.Path;
import org.disclosureledger.service.access.SignInWay;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What a person who has just started the service needs to know. */
@Component
class Greeting {
  private final OpeningProperties properties;
  private final LedgerDirectory directory;
  private final KeyRing keys;
  private final Environment environment;

  Greeting(
      OpeningProperties properties,
      LedgerDirectory directory,
      KeyRing keys,
      Environment environment) {
    this.properties = properties;
    this.directory = directory;
    this.keys = keys;
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  void greet() {
    System.out.print(text());
  }

  String text() {
    Path data = properties.dataDir();
    StringBuilder text =
        new StringBuilder(
            """

            Disclosure Ledger — sổ đã sẵn sàng / the ledger is ready
              Địa chỉ / address       %s
              API                     %s/v3/api-docs
              %s
              Chính sách / policy     %s
            """
                .formatted(
                    properties.publicUrl(),
                    properties.publicUrl(),
                    SignInWay.issuer(environment)
                        .map(issuer -> "Đăng nhập / sign-in     " + issuer)
                        .orElse("Người dùng / users      " + data.resolve("credentials.txt")),
                    data.resolve("policy.txt")));
    for (LedgerDescription ledger : directory.all()) {
      text.append("  Sổ / ledger             ").append(ledger.name());
      text.append(ledger.sample() ? " (dữ liệu mẫu / sample)\n" : "\n");
      keys.find(ledger.origin())
          .ifPresent(ring ->
              text.append("    khóa gốc / authority  ")
                  .append(
                      ring.authorityKey()
                          .map(key -> key.keyId().value())
                          .orElse("không ở máy này / off line"))
                  .append("\n    khóa ghi / entries    ")
                  .append(ring.entry().keyId().value())
                  .append("\n    khóa chốt / log vkey  ")
                  .append(ring.checkpoint().verifierKey().toVkey())
                  .append('\n'));
    }
    return text.toString();
  }
}
