package org.disclosureledger.service.identifier;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses in their one canonical text; no name is ever looked up. */
final class IpAddress {
  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

  /** No leading zeros, which some read as octal; no forms of fewer than four numbers. */
  private static final Pattern V4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

  private static final Pattern V6 =
      Pattern.compile("\\[?([0-9A-Fa-f:.]{2,45})(?:%[0-9A-Za-z_.-]{1,32})?]?");
  private static final int GROUPS = 8;

  private IpAddress() {}

  static Optional<String> canonical(String text) {
    if (V4.matcher(text).matches()) {
      return Optional.of(text);
    }
    var matcher = V6.matcher(text);
    if (!matcher.matches()
        || matcher.group(1).indexOf(':') < 0
        || text.startsWith("[") != text.endsWith("]")) {
      return Optional.empty();
    }
    try {
      InetAddress address = InetAddress.ofLiteral(matcher.group(1));
      // The JDK gives a v4-mapped address as its v4 one.
      return Optional.of(
          address instanceof Inet4Address
              ? address.getHostAddress()
              : rfc5952(address.getAddress()));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a time of day, a MAC address …
    }
  }

  /** RFC 5952 §4: lower case, no leading zeros, the longest run of zeros (the first) as "::". */
  private static String rfc5952(byte[] address) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = ((address[2 * i] & 0xff) << 8) | (address[2 * i + 1] & 0xff);
    }
    int start = -1;
    int length = 1; // a single zero group is not shortened
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == start) {
        out.append("::");
        i += length - 1;
      } else {
        boolean first = out.isEmpty() || out.charAt(out.length() - 1) == ':';
        out.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return out.toString();
  }
}
