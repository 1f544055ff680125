package org.disclosureledger.service.door;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class DoorConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatWebServerFactory> watchedDoor(
      @Value("${ledger.access.header-timeout:10s}") Duration patience) {
    return tomcat -> {
      tomcat.setProtocol(DoorProtocol.class.getName());
      tomcat.addProtocolHandlerCustomizers(
          (DoorProtocol protocol) -> protocol.setHeaderPatience(patience));
      tomcat.addEngineValves(new DoorValve());
    };
  }
}
