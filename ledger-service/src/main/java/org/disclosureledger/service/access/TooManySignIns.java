package org.disclosureledger.service.access;

import java.time.Duration;
import org.springframework.security.authentication.InternalAuthenticationServiceException;

/** A sign-in that is not looked at; says nothing about this one. */
final class TooManySignIns extends InternalAuthenticationServiceException {
  private static final long serialVersionUID = 1L;
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final AccessRule rule;
  private final Duration wait;

  private TooManySignIns(AccessRule rule, String why, Duration wait) {
    super(why);
    this.rule = rule;
    this.wait = wait;
  }

  /** More passwords wait to be checked than this machine can. */
  static TooManySignIns atOnce() {
    return new TooManySignIns(
        AccessRule.SIGN_IN_BUSY, "too many passwords are being checked", A_MOMENT);
  }

  static TooManySignIns fromOneAddress(Duration wait) {
    return new TooManySignIns(AccessRule.TOO_MANY_SIGN_INS, "too many from one address", wait);
  }

  /** What cannot be counted is not let in. */
  static TooManySignIns uncounted() {
    return new TooManySignIns(AccessRule.SIGN_IN_BUSY, "sign-ins cannot be counted now", A_MOMENT);
  }

  AccessRule rule() {
    return rule;
  }

  Duration waiting() {
    return wait;
  }
}
