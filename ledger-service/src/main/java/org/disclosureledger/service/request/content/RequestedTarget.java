package org.disclosureledger.service.request.content;

import org.disclosureledger.service.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * Whom or what an item is about.
 *
 * @param identifier phone number, account, address …; absent above secrecy Thường, and only there
 */
public record RequestedTarget(@Nullable String identifier) {

  public RequestedTarget {
    identifier = Form.text("identifier", identifier);
  }

  /** Without the identifier, which is personal. */
  @Override
  public String toString() {
    return "RequestedTarget[]";
  }
}
