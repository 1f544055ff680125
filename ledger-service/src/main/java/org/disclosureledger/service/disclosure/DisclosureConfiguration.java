package org.disclosureledger.service.disclosure;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.disclosureledger.service.database.DefaultFiles;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.keys.KeyRing;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class DisclosureConfiguration {

  /** Its file is applied before there is a vault: what was erased once stays so. */
  @Bean
  ErasedStreams erasedStreams(
      JdbcClient writer,
      @Qualifier("writer") DataSource database,
      @Value("${ledger.vault.erased-file:}") String configured,
      @Value("${ledger.data-dir:data}") Path data,
      @Value("${spring.datasource.url:}") String ownDatabase)
      throws SQLException {
    ErasedKeysFile file =
        ErasedKeysFile.open(
            configured.isBlank()
                ? DefaultFiles.erasedKeys(data, ownDatabase)
                : Path.of(configured));
    file.takeOver(DefaultFiles.erasedKeysBefore(data));
    ErasedStreams erased = new ErasedStreams(writer, file, InstantSource.system());
    erased.applyFile(database);
    return erased;
  }

  @Bean
  @DependsOn("erasedStreams")
  Vault vault(JdbcClient writer, LedgerReader reader, KeyRing keys) {
    return new Vault(writer, reader, keys, new SecureRandom(), InstantSource.system());
  }

  @Bean
  KeyEncryptionKeys keyEncryptionKeys(
      JdbcClient writer,
      PlatformTransactionManager transactions,
      KeyRing keys,
      @Value("${ledger.vault.rotate-every:P1M}") String rotateEvery,
      @Value("${ledger.vault.backup-retention:P35D}") String backupRetention) {
    return new KeyEncryptionKeys(
        writer,
        new TransactionTemplate(transactions),
        keys,
        KeyRetention.of(rotateEvery, backupRetention),
        InstantSource.system());
  }

  @Bean
  DocumentCipher documentCipher(Vault vault) {
    return new DocumentCipher(vault::keyOf, new SecureRandom());
  }

  @Bean
  LookupHmac lookupHmac(KeyRing keys) {
    return new LookupHmac(keys.lookupKey());
  }

  @Bean
  DigestCover digestCover(KeyRing keys) {
    return new DigestCover(keys);
  }

  @Bean
  TermHmac termHmac(LookupHmac hmac) {
    return new TermHmac(hmac);
  }

  @Bean
  DocumentNumberIndex documentNumberIndex(LedgerReader reader, TermHmac hmac, DigestCover cover) {
    return new DocumentNumberIndex(reader, hmac, cover);
  }

  @Bean
  RepeatingRequests repeatingRequests(LedgerReader reader, DigestCover cover) {
    return new RepeatingRequests(reader, cover);
  }

  @Bean
  ActorRegistry actorRegistry(JdbcClient writer, LookupHmac hmac) {
    return new JdbcActorRegistry(writer, hmac);
  }
}
