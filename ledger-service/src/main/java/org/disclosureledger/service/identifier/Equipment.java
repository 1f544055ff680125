package org.disclosureledger.service.identifier;

import java.util.Set;

/** Numbers of handsets and of subscribers in the network (3GPP TS 23.003 §2.2, §6.2). */
final class Equipment {
  private static final int IMEI = 14;
  private static final String VIET_NAM = "452";

  /** The reporting bodies that allocate type codes: the first two digits of an IMEI. */
  private static final Set<String> REPORTING_BODIES =
      Set.of(
          "01", "30", "33", "35", "44", "45", "49", "50", "51", "52", "53", "54", "86", "91", "98",
          "99");

  private Equipment() {}

  static boolean looksLikeImei(String digits) {
    if (digits.length() < IMEI || digits.length() > IMEI + 2) {
      return false;
    }
    return REPORTING_BODIES.contains(digits.substring(0, 2))
        && !digits.startsWith(VIET_NAM)
        && (digits.length() != IMEI + 1 || checkDigitFits(digits));
  }

  /** Mobile country codes begin with 2 to 7 (ITU-T E.212). */
  static boolean looksLikeImsi(String digits) {
    return digits.length() == 15 && digits.charAt(0) >= '2' && digits.charAt(0) <= '7';
  }

  /** Luhn, over all 15 digits. */
  static boolean checkDigitFits(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  /** TAC and serial number alone: the same handset, whoever wrote it down. */
  static String imei(String digits) {
    return digits.substring(0, IMEI);
  }
}
