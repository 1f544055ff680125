package org.disclosureledger.service.access;

import org.disclosureledger.service.database.StartRefused;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Before anything is made: what a proxy says of addresses counts only when it is said which proxy.
 * Tomcat's default believes every private network, Spring's filter everybody; a caller there would
 * then have as many addresses to sign in from as it likes.
 */
final class ForwardedAtStart
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final String STRATEGY = "server.forward-headers-strategy";
  private static final String REMOTE = "server.tomcat.remoteip.";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    requireKnownProxies(context.getEnvironment());
  }

  /**
   * @throws StartRefused which says what to set
   */
  static void requireKnownProxies(Environment environment) {
    String strategy = environment.getProperty(STRATEGY, "none");
    if (strategy.equalsIgnoreCase("framework")) {
      throw new StartRefused(
          STRATEGY
              + "=framework believes everybody; set native, and "
              + REMOTE
              + "internal-proxies");
    }
    boolean believed =
        strategy.equalsIgnoreCase("native")
            || isSet(environment, REMOTE + "remote-ip-header")
            || isSet(environment, REMOTE + "protocol-header");
    if (believed && !isSet(environment, REMOTE + "internal-proxies")) {
      throw new StartRefused(
          REMOTE
              + "internal-proxies says which proxies are believed, as a regular expression of their"
              + " addresses; it is not set");
    }
  }

  private static boolean isSet(Environment environment, String name) {
    return !environment.getProperty(name, "").isBlank();
  }
}
