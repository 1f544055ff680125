package org.disclosureledger.service.access;

import java.util.Optional;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** By a provider, or as local users while none is configured. */
public final class SignInWay {
  private SignInWay() {}

  /** Of the provider; absent: local users. */
  public static Optional<String> issuer(Environment environment) {
    return ProviderSettings.configured(environment)
        ? Optional.of(ProviderSettings.from(environment).issuer())
        : Optional.empty();
  }

  static final class ByProvider implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return ProviderSettings.configured(context.getEnvironment());
    }
  }

  static final class ByLocalUsers implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !ProviderSettings.configured(context.getEnvironment());
    }
  }
}
