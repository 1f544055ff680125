package org.disclosureledger.service.rate;

/** What is counted apart, and how much of it a minute allows unless settings say otherwise. */
public enum RateKind {
  READS("reads", 600),
  WRITES("writes", 120),
  /** Documents and whole registers: each costs more than a page. */
  DOWNLOADS("downloads", 60),
  /** A verifier that mirrors a large ledger reads thousands, one after the other. */
  TILES("tiles", 6_000),
  /** Passwords to be hashed and sessions to be made, of one address. */
  SIGN_INS("sign-ins", 60);

  private final String setting;
  private final int perMinute;

  RateKind(String setting, int perMinute) {
    this.setting = setting;
    this.perMinute = perMinute;
  }

  /** Its property's full name. */
  String property() {
    return "ledger.access.rate." + setting;
  }

  int defaultPerMinute() {
    return perMinute;
  }
}
