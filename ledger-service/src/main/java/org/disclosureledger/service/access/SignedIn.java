package org.disclosureledger.service.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** Somebody whom the provider knows. Of a browser the ID token is kept, to sign out there too. */
final class SignedIn extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final SignedInUser user;
  private final @Nullable OidcIdToken idToken;

  SignedIn(SignedInUser user) {
    this(user, null);
  }

  SignedIn(SignedInUser user, @Nullable OidcIdToken idToken) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + user.role().name())));
    this.user = user;
    this.idToken = idToken;
    setAuthenticated(true);
  }

  @Override
  public SignedInUser getPrincipal() {
    return user;
  }

  /** Nothing that could be sent again. */
  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Nullable OidcIdToken idToken() {
    return idToken;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedIn that && super.equals(that) && user.equals(that.user);
  }

  @Override
  public int hashCode() {
    return user.hashCode();
  }
}
