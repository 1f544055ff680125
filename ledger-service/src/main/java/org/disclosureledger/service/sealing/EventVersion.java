package org.disclosureledger.service.sealing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CloudEvent type taken apart.
 *
 * @param event the type without its version, e.g. {@code org.disclosureledger.request.recorded}
 * @param version from 1
 */
record EventVersion(String event, int version) {
  private static final Pattern TYPE = Pattern.compile("(.+)\\.v([1-9][0-9]{0,3})");

  /**
   * @throws IllegalArgumentException when the type names no version
   */
  static EventVersion of(String type) {
    Matcher matcher = TYPE.matcher(type);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a type without version: " + type);
    }
    return new EventVersion(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }
}
