package org.disclosureledger.service.access;

import java.time.Clock;
import java.time.InstantSource;
import org.disclosureledger.service.rate.RateLimits;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Sign-in by a provider: bearer tokens, stateless, for systems and for people's programs; a session
 * for browsers when a client is registered. The provider is asked when somebody signs in, never at
 * the start: the service comes up without it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Conditional(SignInWay.ByProvider.class)
class ProviderSignIn {
  private static final String CHALLENGE = "Bearer realm=\"Disclosure Ledger\"";

  @Bean
  ProviderSettings providerSettings(Environment environment) {
    return ProviderSettings.from(environment);
  }

  @Bean
  ProviderKeys providerKeys(ProviderSettings settings) {
    return new ProviderKeys(new ProviderMetadata(settings), InstantSource.system());
  }

  @Bean
  TokenDecoders tokenDecoders(ProviderKeys keys, ProviderSettings settings) {
    return new TokenDecoders(keys, settings, Clock.systemUTC());
  }

  /** A bean, so that Spring Boot makes none beside it. */
  @Bean
  JwtDecoder jwtDecoder(TokenDecoders decoders) {
    return decoders.bearer();
  }

  @Bean
  RefusalWriter refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    return new RefusalWriter(problems, CHALLENGE);
  }

  @Bean
  UnfinishedSignIns unfinishedSignIns(
      @Value("${ledger.access.max-unfinished-sign-ins:10000}") int most) {
    return new UnfinishedSignIns(most);
  }

  /** Who sends credentials with each call has no session, and nothing is sent unasked. */
  @Bean
  @Order(1)
  SecurityFilterChain bearerChain(
      HttpSecurity http,
      JwtDecoder decoder,
      ProviderSettings settings,
      RefusalWriter refusals,
      LedgerAccess access,
      RateLimits limits,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    ClaimReader claims = new ClaimReader(settings.claims());
    JwtAuthenticationProvider bearer = new JwtAuthenticationProvider(decoder);
    bearer.setJwtAuthenticationConverter(token -> new SignedIn(claims.user(token.getClaims())));
    http.securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
        .oauth2ResourceServer(server ->
            server
                .authenticationEntryPoint(refusals)
                .accessDeniedHandler(refusals)
                .jwt(jwt -> jwt.authenticationManager(new ProviderManager(bearer))));
    return stateless(
            decided(
                http,
                refusals,
                new LedgerFilter(access, problems),
                new RateFilter(limits, problems)))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain browserChain(
      HttpSecurity http,
      TokenDecoders decoders,
      ProviderSettings settings,
      RefusalWriter refusals,
      LedgerAccess access,
      RateLimits limits,
      UnfinishedSignIns unfinished,
      @Value("${ledger.public-url:}") String publicUrl,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    decided(http, refusals, new LedgerFilter(access, problems), new RateFilter(limits, problems));
    ProviderSettings.Client client = settings.client();
    if (client == null) {
      return stateless(http).build();
    }
    ClaimReader claims = new ClaimReader(settings.claims());
    http.addFilterBefore(
        new SignInRateFilter(SignInAttempts.by(limits), refusals),
        OAuth2AuthorizationRequestRedirectFilter.class);
    ProviderClient provider = new ProviderClient(settings, client, InstantSource.system());
    new BrowserSignIn(provider, claims, decoders, unfinished, publicUrl).configure(http);
    return http.build();
  }

  private static HttpSecurity decided(
      HttpSecurity http, RefusalWriter refusals, LedgerFilter ledgers, RateFilter rates) {
    return http.requestCache(AbstractHttpConfigurer::disable)
        .addFilterBefore(rates, AuthorizationFilter.class)
        // After the roles have decided: a forbidden operation is forbidden on any ledger.
        .addFilterAfter(ledgers, AuthorizationFilter.class)
        .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .authorizeHttpRequests(AccessPolicy::decide);
  }

  private static HttpSecurity stateless(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }
}
