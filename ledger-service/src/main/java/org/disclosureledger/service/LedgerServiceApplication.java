package org.disclosureledger.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service: records requests and answers, seals them, publishes the log. */
@SpringBootApplication
public class LedgerServiceApplication {

  public static void main(String[] args) {
    // Axon reads this from system properties alone; the service calls nobody it was not told to.
    System.setProperty("axoniq.update-checker.disabled", "true");
    SpringApplication.run(LedgerServiceApplication.class, args);
  }
}
