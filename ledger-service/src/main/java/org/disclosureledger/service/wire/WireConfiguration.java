package org.disclosureledger.service.wire;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How HTTP requests are read. */
@Configuration(proxyBeanMethods = false)
class WireConfiguration {
  private static final int AFTER_SECURITY = 0;

  /** Before all others: what they refuse has a name, too. */
  @Bean
  FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
    SecureRandom random = new SecureRandom();
    var registration =
        new FilterRegistrationBean<>(
            new RequestIdFilter(() -> HexFormat.of().toHexDigits(random.nextLong())));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  @Bean
  FilterRegistrationBean<BodyPaceFilter> bodyPaceFilter(
      @Value("${ledger.access.body-grace:30s}") Duration grace,
      @Value("${ledger.access.body-pace:2KB}") DataSize pace,
      ProblemWriter problems) {
    var registration =
        new FilterRegistrationBean<>(
            new BodyPaceFilter(grace, pace.toBytes(), System::nanoTime, problems));
    registration.setOrder(AFTER_SECURITY - 1);
    return registration;
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(ProblemWriter problems) {
    var registration = new FilterRegistrationBean<>(new BodyLimitFilter(problems));
    registration.setOrder(AFTER_SECURITY);
    return registration;
  }

  @Bean
  WebMvcConfigurer strictReading(SubmissionResolver submissions) {
    return new WebMvcConfigurer() {
      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new StrictBodyConverter());
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(submissions);
      }
    };
  }

  @Bean
  RequestIds requestIds() {
    SecureRandom random = new SecureRandom();
    InstantSource clock = InstantSource.system();
    return () -> uuidV7(clock.millis(), random);
  }

  /** RFC 9562 §5.7: 48 bits of Unix milliseconds, version, 12 and 62 random bits. */
  static UUID uuidV7(long millis, SecureRandom random) {
    long high = (millis << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
