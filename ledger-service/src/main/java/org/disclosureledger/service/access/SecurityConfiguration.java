package org.disclosureledger.service.access;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandRefused;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * HTTP Basic, stateless. A browser that was given a password also sends it with a request that
 * another site makes it send. What such a request may carry unasked is a form or a text (the Fetch
 * standard's CORS-safelisted content types), or no type: every operation that changes something
 * takes JSON, CSV or octet-stream only and refuses a body of no type, so that a CSRF token would
 * protect nothing more. Refusals go to the one place that writes problem details.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {
  private static final String CHALLENGE = "Basic realm=\"Disclosure Ledger\", charset=\"UTF-8\"";

  @Bean
  LocalUserAuthentication localUserAuthentication(
      @Value("${ledger.credentials-file:${ledger.data-dir:./data}/credentials.txt}") Path file) {
    SecureRandom random = new SecureRandom();
    LocalUsers.createIfAbsent(file, random);
    return new LocalUserAuthentication(LocalUsers.read(file), random, InstantSource.system());
  }

  @Bean
  LedgerAccess ledgerAccess() {
    return (user, ledger) -> user.ledger() == null || ledger.equals(user.ledger());
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http,
      LocalUserAuthentication localUsers,
      LedgerAccess ledgerAccess,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    AuthenticationEntryPoint unauthenticated =
        (request, response, failure) -> {
          if (failure instanceof TooManySignIns) {
            problems.resolveException(
                request,
                response,
                null,
                new CommandRefused(AccessRule.SIGN_IN_BUSY, "wait a moment, then repeat"));
            return;
          }
          response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
          problems.resolveException(request, response, null, failure);
        };
    AccessDeniedHandler forbidden =
        (request, response, failure) -> problems.resolveException(request, response, null, failure);
    return http.csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authenticationProvider(localUsers)
        .httpBasic(basic -> basic.authenticationEntryPoint(unauthenticated))
        // After the roles have decided: a forbidden operation is forbidden on any ledger.
        .addFilterAfter(new LedgerFilter(ledgerAccess, problems), AuthorizationFilter.class)
        .exceptionHandling(
            e -> e.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
        .authorizeHttpRequests(requests -> {
          // An error page repeats a decision already taken.
          requests.dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ERROR).permitAll();
          requests.requestMatchers(HttpMethod.GET, "/actuator/health").permitAll();
          for (AccessPolicy.Row row : AccessPolicy.ROWS) {
            String[] roles = row.roles().stream().map(ActorRole::name).toArray(String[]::new);
            requests.requestMatchers(row.method(), row.path()).hasAnyRole(roles);
            if (row.method().equals(HttpMethod.GET)) {
              requests.requestMatchers(HttpMethod.HEAD, row.path()).hasAnyRole(roles);
            }
          }
          // Nothing is mapped beyond the table (a test holds that): left are 404 and 405.
          requests.anyRequest().authenticated();
        })
        .build();
  }
}
