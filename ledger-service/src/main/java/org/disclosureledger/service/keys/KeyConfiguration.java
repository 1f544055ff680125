package org.disclosureledger.service.keys;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

  @Bean
  KeyRing keyRing(@Value("${ledger.keys-dir:${ledger.data-dir:data}/keys}") Path folder) {
    return Pkcs12KeyRing.open(folder, new SecureRandom());
  }
}
