package org.disclosureledger.service.signature;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * {@code ledger.signatures.anchors}: a folder of trusted authorities' certificates, PEM or DER;
 * without it no chain is checked.
 */
@Configuration(proxyBeanMethods = false)
class SignatureConfiguration {
  private static final int HEAP_MEGABYTES = 512;
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int AT_ONCE = 2;

  @Bean
  SignatureChecks signatureChecks(Environment environment) {
    String folder = environment.getProperty("ledger.signatures.anchors");
    Path anchors = folder == null || folder.isBlank() ? null : Path.of(folder);
    // Read here only to refuse the start over a bad file; each check reads them anew.
    TrustAnchors.read(anchors);
    return new SignatureChecks(
        new SignatureProcessCommand(HEAP_MEGABYTES, anchors),
        InstantSource.system(),
        LONGEST,
        AT_ONCE);
  }
}
