package org.disclosureledger.service.access;

import java.util.Set;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Between the provider's answer and the session: who the ID token says this is. */
@SuppressWarnings("EqualsDoesNotOverride")
final class SignedInBrowser extends DefaultOidcUser {
  private static final long serialVersionUID = 1L;

  private final SignedInUser user;

  SignedInBrowser(SignedInUser user, OidcIdToken idToken) {
    super(Set.of(new SimpleGrantedAuthority("ROLE_" + user.role().name())), idToken);
    this.user = user;
  }

  SignedIn signedIn() {
    return new SignedIn(user, getIdToken());
  }
}
