package org.disclosureledger.service.disclosure;

import java.security.SecureRandom;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.keys.KeyRing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DisclosureConfiguration {

  @Bean
  Vault vault(JdbcClient writer, LedgerReader reader, KeyRing keys) {
    return new Vault(writer, reader, keys, new SecureRandom());
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
  TermHmac termHmac(LookupHmac hmac) {
    return new TermHmac(hmac);
  }

  @Bean
  DocumentNumberIndex documentNumberIndex(LedgerReader reader, TermHmac hmac) {
    return new DocumentNumberIndex(reader, hmac);
  }

  @Bean
  RepeatingRequests repeatingRequests(LedgerReader reader) {
    return new RepeatingRequests(reader);
  }

  @Bean
  ActorRegistry actorRegistry(JdbcClient writer, LookupHmac hmac) {
    return new JdbcActorRegistry(writer, hmac);
  }
}
