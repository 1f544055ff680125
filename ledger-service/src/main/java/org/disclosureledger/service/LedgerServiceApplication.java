package org.disclosureledger.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class LedgerServiceApplication {
  public static void main(String[] args) {
    SpringApplication.run(LedgerServiceApplication.class, args);
  }
}
