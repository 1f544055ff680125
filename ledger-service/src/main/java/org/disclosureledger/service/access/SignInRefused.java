package org.disclosureledger.service.access;

import org.springframework.security.core.AuthenticationException;

/** A sign-in that a rule of ours refuses; its detail quotes nothing of what was sent. */
final class SignInRefused extends AuthenticationException {
  private static final long serialVersionUID = 1L;

  private final AccessRule rule;
  private final String detail;

  SignInRefused(AccessRule rule, String detail) {
    super(rule.code() + ": " + detail);
    this.rule = rule;
    this.detail = detail;
  }

  SignInRefused(AccessRule rule, String detail, Throwable cause) {
    super(rule.code() + ": " + detail, cause);
    this.rule = rule;
    this.detail = detail;
  }

  AccessRule rule() {
    return rule;
  }

  String detail() {
    return detail;
  }
}
