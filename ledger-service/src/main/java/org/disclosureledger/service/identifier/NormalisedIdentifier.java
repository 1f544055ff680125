package org.disclosureledger.service.identifier;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A target identifier in one spelling, so that two ways to write the same one meet. What it is, is
 * told from the text alone: an address, then a handset's or subscriber's number (by label, length
 * and check digit), then a telephone number that libphonenumber holds valid in Viet Nam or, with
 * its country code, anywhere; else text. A wrong guess costs a repeat not found, nothing more.
 */
public record NormalisedIdentifier(IdentifierKind kind, String value) {
  private static final String REGION = "VN";
  private static final int LONGEST_NUMBER = 40;
  private static final Pattern LABELLED =
      Pattern.compile("(?i)(imei|imeisv|imsi|mailto|e-?mail|tel|phone|ipv?[46]?) ?: ?(.+)");
  private static final Pattern EMAIL = Pattern.compile("([^\\s@<>\",;]+)@([^\\s@<>\",;:/]+)");
  private static final Pattern SEPARATORS = Pattern.compile("[ ./-]");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{14,16}");
  private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9 ().-]{3,}");

  /** Any text is taken; an empty one gives an empty {@link IdentifierKind#TEXT}. */
  public static NormalisedIdentifier of(String text) {
    String tidy = PlainText.tidy(text);
    String plain = PlainText.tidy(PlainText.compatible(tidy));
    Matcher labelled = LABELLED.matcher(plain);
    String label = labelled.matches() ? labelled.group(1).toLowerCase(Locale.ROOT) : "";
    String bare = label.isEmpty() ? plain : labelled.group(2);
    return email(bare)
        .or(() -> IpAddress.canonical(bare).map(ip -> of(IdentifierKind.IP, ip)))
        .or(() -> equipment(label, bare))
        .or(() -> telephone(bare))
        .orElseGet(() -> of(IdentifierKind.TEXT, PlainText.foldCase(tidy)));
  }

  private static NormalisedIdentifier of(IdentifierKind kind, String value) {
    return new NormalisedIdentifier(kind, value);
  }

  private static Optional<NormalisedIdentifier> email(String text) {
    Matcher matcher = EMAIL.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      String ascii = IDN.toASCII(matcher.group(2), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      // Dots only now: IDN makes a full stop of any script one of them.
      String domain = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
      return domain.isEmpty() || domain.endsWith(".")
          ? Optional.empty()
          : Optional.of(
              of(IdentifierKind.EMAIL, PlainText.foldCase(matcher.group(1)) + "@" + domain));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no domain name: then it is no e-mail address
    }
  }

  private static Optional<NormalisedIdentifier> equipment(String label, String text) {
    String digits = SEPARATORS.matcher(text).replaceAll("");
    if (!DIGITS.matcher(digits).matches()) {
      return Optional.empty();
    }
    if (label.startsWith("imei") || (label.isEmpty() && Equipment.looksLikeImei(digits))) {
      return Optional.of(of(IdentifierKind.IMEI, Equipment.imei(digits)));
    }
    boolean imsi = label.equals("imsi") ? digits.length() == 15 : label.isEmpty();
    return imsi && (!label.isEmpty() || Equipment.looksLikeImsi(digits))
        ? Optional.of(of(IdentifierKind.IMSI, digits))
        : Optional.empty();
  }

  private static Optional<NormalisedIdentifier> telephone(String text) {
    if (text.length() > LONGEST_NUMBER || !TELEPHONE.matcher(text).matches()) {
      return Optional.empty();
    }
    PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = library.parse(text, REGION);
      return library.isValidNumber(number)
          ? Optional.of(of(IdentifierKind.PHONE, library.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty(); // digits, but no telephone number
    }
  }

  /** Without the value. */
  @Override
  public String toString() {
    return "NormalisedIdentifier[" + kind + "]";
  }
}
