package org.disclosureledger.service.rate;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.disclosureledger.service.disclosure.LookupHmac;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class RateConfiguration {

  @Bean
  RateLimits rateLimits(
      @Qualifier("door") DataSource door,
      @Qualifier("sign-ins") DataSource signIns,
      LookupHmac hmac,
      Environment environment) {
    return new SharedRateLimits(
        door, signIns, RateSettings.of(environment), hmac, InstantSource.system());
  }
}
