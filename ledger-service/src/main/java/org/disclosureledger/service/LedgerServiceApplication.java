package org.disclosureledger.service;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service: records requests and answers, seals them, publishes the log. */
@SpringBootApplication
public class LedgerServiceApplication {

  public static void main(String[] args) {
    // Axon reads this from system properties alone; the service calls nobody it was not told to.
    System.setProperty("axoniq.update-checker.disabled", "true");
    SpringApplication application = new SpringApplication(LedgerServiceApplication.class);
    if (Arrays.stream(args).anyMatch(argument -> argument.startsWith("--ledger.rebuild="))) {
      // A process that rebuilds a projection and ends; another one may be serving meanwhile.
      application.setWebApplicationType(WebApplicationType.NONE);
    }
    application.run(args);
  }
}
