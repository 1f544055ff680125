package org.disclosureledger.service.access;

import org.springframework.security.authentication.InternalAuthenticationServiceException;

/** More passwords wait to be checked than this machine can; says nothing about this one. */
final class TooManySignIns extends InternalAuthenticationServiceException {
  private static final long serialVersionUID = 1L;

  TooManySignIns() {
    super("too many passwords are being checked");
  }
}
