package org.disclosureledger.service.access;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.disclosureledger.service.rate.RateKind;
import org.disclosureledger.service.rate.RateLimits;

/** Counts sign-ins by the address that they come from, before they cost anything. */
@FunctionalInterface
interface SignInAttempts {
  /** 8 bytes: the part of an IPv6 address that one subscriber holds whole. */
  int NETWORK_BYTES = 8;

  /** Some proxies write the port too: each connection would be another address. */
  Pattern PORT = Pattern.compile("^(?:\\[([0-9a-fA-F:.%]+)\\](?::\\d+)?|([0-9.]+):\\d+)$");

  /**
   * Counts one.
   *
   * @param address as the container knows it; what a proxy says of it counts where the container
   *     was told to believe that proxy
   * @throws TooManySignIns also when it cannot be counted: nobody tries passwords uncounted
   */
  void count(String address);

  static SignInAttempts by(RateLimits limits) {
    return address -> {
      RateLimits.Verdict verdict = limits.take(RateKind.SIGN_INS, "address:" + network(address));
      switch (verdict.outcome()) {
        case GRANTED -> {}
        case TOO_MANY -> throw TooManySignIns.fromOneAddress(verdict.retryAfter());
        case UNKNOWN -> throw TooManySignIns.uncounted();
      }
    };
  }

  /** One subscriber's: an IPv4 address, or an IPv6 network of 64 bits. */
  static String network(String written) {
    String address = PORT.matcher(written).replaceFirst("$1$2");
    if (address.indexOf(':') < 0) {
      return address;
    }
    int zone = address.indexOf('%');
    try {
      // Digits and colons only: no name is looked up.
      byte[] bytes =
          InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone)).getAddress();
      return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
