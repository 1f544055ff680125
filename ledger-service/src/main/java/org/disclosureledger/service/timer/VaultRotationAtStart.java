package org.disclosureledger.service.timer;

import org.disclosureledger.service.disclosure.KeyEncryptionKeys;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code --ledger.vault.rotate-now=true}: other key-encryption keys, once, at this start. */
@Component
@ConditionalOnBooleanProperty("ledger.vault.rotate-now")
@Order(0)
class VaultRotationAtStart implements ApplicationRunner {
  private final KeyEncryptionKeys keys;

  VaultRotationAtStart(KeyEncryptionKeys keys) {
    this.keys = keys;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    System.out.println(
        "Khóa bọc mới / new key-encryption keys: " + String.join(", ", keys.rotate()));
  }
}
