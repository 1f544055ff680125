package org.disclosureledger.service.attachment;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.disclosureledger.service.database.SecretFile;
import org.disclosureledger.service.disclosure.DocumentCipher;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Objects go to {@code ledger.attachments.dir} (default {@code attachments} in the data folder), or
 * to the S3-compatible store of {@code ledger.attachments.s3.*}; the folder then only holds
 * ciphertexts on their way.
 */
@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {
  private static final String SPOOL = "incoming";

  @Bean
  AttachmentStore attachmentStore(
      Environment environment,
      @Value("${ledger.attachments.dir:${ledger.data-dir:data}/attachments}") Path folder) {
    Optional<S3Settings> s3 = S3Settings.of(environment);
    return s3.isPresent()
        ? S3Store.open(s3.get())
        : new FolderStore(folder, InstantSource.system());
  }

  @Bean
  AttachmentIntake attachmentIntake(
      AttachmentStore store,
      DocumentCipher cipher,
      @Value("${ledger.attachments.dir:${ledger.data-dir:data}/attachments}") Path folder) {
    Spool spool = new Spool(SecretFile.folder(folder).resolve(SPOOL));
    return new AttachmentIntake(store, spool, cipher, InstantSource.system());
  }
}
