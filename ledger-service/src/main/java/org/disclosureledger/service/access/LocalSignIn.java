package org.disclosureledger.service.access;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.disclosureledger.service.rate.RateLimits;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Local users, for evaluation: HTTP Basic, stateless. A browser that was given a password also
 * sends it with a request that another site makes it send. What such a request may carry unasked is
 * a form or a text (the Fetch standard's CORS-safelisted content types), or no type: every
 * operation that changes something takes JSON, CSV or octet-stream only and refuses a body of no
 * type, so that a CSRF token would protect nothing more.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Conditional(SignInWay.ByLocalUsers.class)
class LocalSignIn {
  private static final String CHALLENGE = "Basic realm=\"Disclosure Ledger\", charset=\"UTF-8\"";

  @Bean
  LocalUserAuthentication localUserAuthentication(
      @Value("${ledger.credentials-file:${ledger.data-dir:./data}/credentials.txt}") Path file,
      RateLimits limits) {
    SecureRandom random = new SecureRandom();
    LocalUsers.createIfAbsent(file, random);
    return new LocalUserAuthentication(
        LocalUsers.read(file), random, InstantSource.system(), SignInAttempts.by(limits));
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http,
      LocalUserAuthentication localUsers,
      LedgerAccess ledgerAccess,
      RateLimits limits,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    RefusalWriter refusals = new RefusalWriter(problems, CHALLENGE);
    return http.csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // This one alone: the application's own would check a wrong password a second time.
        .authenticationManager(new ProviderManager(localUsers))
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
        .addFilterBefore(new RateFilter(limits, problems), AuthorizationFilter.class)
        // After the roles have decided: a forbidden operation is forbidden on any ledger.
        .addFilterAfter(new LedgerFilter(ledgerAccess, problems), AuthorizationFilter.class)
        .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .authorizeHttpRequests(AccessPolicy::decide)
        .build();
  }
}
