package org.disclosureledger.service.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import tools.jackson.databind.json.JsonMapper;

/**
 * OpenID Connect for browsers: authorization code with PKCE, then a session that holds who it is
 * and no token but the ID token. What a session may change needs the CSRF token that {@code GET
 * /api/v1/me} hands out.
 */
final class BrowserSignIn {
  private static final Logger log = LoggerFactory.getLogger(BrowserSignIn.class);

  /** How long a session waits for its browser to come back from the provider. */
  private static final Duration UNTIL_SIGNED_IN = SessionAgeFilter.UNTIL_SIGNED_IN;

  private static final RequestMatcher SIGN_IN =
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/sign-in");
  private static final RequestMatcher SIGN_OUT =
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-out");

  private final String registrationId;
  private final ClientRegistrationRepository registrations;
  private final ClaimReader claims;
  private final TokenDecoders decoders;
  private final UnfinishedSignIns unfinished;
  private final String publicUrl;
  private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
  private final JsonMapper json = JsonMapper.builder().build();

  BrowserSignIn(
      ProviderClient client,
      ClaimReader claims,
      TokenDecoders decoders,
      UnfinishedSignIns unfinished,
      String publicUrl) {
    registrationId = client.id();
    registrations =
        new SupplierClientRegistrationRepository(() ->
            new InMemoryClientRegistrationRepository(Map.of(client.id(), client.registration())));
    this.claims = claims;
    this.decoders = decoders;
    this.unfinished = unfinished;
    this.publicUrl = publicUrl;
  }

  void configure(HttpSecurity http) {
    JwtDecoderFactory<ClientRegistration> idTokens = decoders.idTokens()::apply;
    http.setSharedObject(ClientRegistrationRepository.class, registrations);
    http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
        .addFilterBefore(
            new SessionAgeFilter(InstantSource.system()), SecurityContextHolderFilter.class)
        .securityContext(context -> context.securityContextRepository(sessions))
        .csrf(csrf ->
            csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository())
                .requireCsrfProtectionMatcher(BrowserSignIn::isBorneByASession))
        .logout(logout -> logout.logoutRequestMatcher(SIGN_OUT).logoutSuccessHandler(signedOut()))
        .oauth2Login(login ->
            login
                .loginPage("/")
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NothingKept())
                .tokenEndpoint(token -> token.accessTokenResponseClient(ProviderClient.codes()))
                .authorizationEndpoint(to -> to.authorizationRequestResolver(resolver()))
                .userInfoEndpoint(user ->
                    user.oidcUserService(signedIn -> {
                      OidcIdToken idToken = signedIn.getIdToken();
                      return new SignedInBrowser(claims.user(idToken.getClaims()), idToken);
                    }))
                .successHandler(this::keep)
                .failureHandler(BrowserSignIn::refuse));
  }

  /** Without a session nobody is signed in by one. */
  private static boolean isBorneByASession(HttpServletRequest request) {
    return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && request.getSession(false) != null;
  }

  private OAuth2AuthorizationRequestResolver resolver() {
    var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations);
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return new OAuth2AuthorizationRequestResolver() {
      @Override
      public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        if (!SIGN_IN.matches(request)) {
          return null;
        }
        // Whoever begins to sign in has a moment for it; who has done so, what is configured.
        HttpSession session = request.getSession();
        if (session.isNew()) {
          session.setMaxInactiveInterval((int) UNTIL_SIGNED_IN.toSeconds());
        }
        return resolve(request, registrationId);
      }

      @Override
      public @Nullable OAuth2AuthorizationRequest resolve(
          HttpServletRequest request, String registration) {
        return resolver.resolve(request, registration);
      }
    };
  }

  /** The session keeps who it is instead of what the provider sent. */
  private void keep(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    if (!(authentication.getPrincipal() instanceof SignedInBrowser browser)) {
      throw new IllegalStateException("not signed in by an ID token");
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(browser.signedIn());
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
    int minutes = request.getServletContext().getSessionTimeout();
    request.getSession().setMaxInactiveInterval((int) Duration.ofMinutes(minutes).toSeconds());
    unfinished.finish(request.getSession());
    response.sendRedirect("/");
  }

  /** To the page, which says it in words; there are no words of the provider's in the address. */
  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    String code = "sign-in-failed";
    if (failure instanceof SignInRefused refused) {
      code = refused.rule().code();
    } else if (failure instanceof OAuth2AuthenticationException provider) {
      String error = provider.getError().getErrorCode();
      log.warn(
          "a browser's sign-in failed: {}",
          error.matches("[a-z_]{1,60}") ? error : "an error of no known form");
    }
    response.sendRedirect("/?refused=" + code);
  }

  /** Answers with where to go on: the provider has a session of its own to end. */
  private LogoutSuccessHandler signedOut() {
    var provider = new OidcClientInitiatedLogoutSuccessHandler(registrations);
    provider.setPostLogoutRedirectUri(publicUrl + "/");
    provider.setRedirectStrategy((request, response, target) -> {
      Map<String, String> next = new LinkedHashMap<>();
      next.put("next", target);
      byte[] body = json.writeValueAsBytes(next);
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    });
    return (request, response, authentication) -> {
      if (authentication instanceof SignedIn who && who.idToken() instanceof OidcIdToken idToken) {
        var user = new DefaultOidcUser(who.getAuthorities(), idToken);
        provider.onLogoutSuccess(
            request,
            response,
            new OAuth2AuthenticationToken(user, who.getAuthorities(), registrationId));
      } else {
        provider.onLogoutSuccess(request, response, authentication);
      }
    };
  }
}
