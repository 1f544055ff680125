package org.disclosureledger.service.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.figures.ReportingPeriod;

/** How numbers, durations and times are written for people. */
record Wording(Language language) {
  /** A space that no line breaks at. */
  private static final String FIRM = "\u00A0";

  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final DateTimeFormatter VI_MINUTE =
      DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu", Locale.ROOT);
  private static final DateTimeFormatter EN_MINUTE =
      DateTimeFormatter.ofPattern("HH:mm, d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter VI_DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final DateTimeFormatter EN_DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter EN_MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  String count(long count) {
    return number("#,##0").format(count);
  }

  /** With one decimal of a percent, half up; the counts stand beside it. */
  String percent(long part, long whole) {
    BigDecimal share =
        BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    return number("#,##0.0").format(share) + FIRM + "%";
  }

  /** Such as 95,2 % (20/21). */
  String share(long part, long whole) {
    return whole == 0 ? "–" : percent(part, whole) + " (" + count(part) + "/" + count(whole) + ")";
  }

  /** In hours and minutes, half up; below a minute in seconds. The milliseconds are in the data. */
  String duration(long millis) {
    long size = Math.abs(millis);
    String sign = millis < 0 ? "−" : "";
    if (size < MINUTE) {
      long seconds = (size + SECOND / 2) / SECOND;
      return sign + seconds + FIRM + language.say("giây", "s");
    }
    long minutes = (size + MINUTE / 2) / MINUTE;
    long hours = minutes / 60;
    String rest = minutes % 60 + FIRM + language.say("phút", "min");
    if (hours == 0) {
      return sign + rest;
    }
    String whole = sign + count(hours) + FIRM + language.say("giờ", "h");
    return minutes % 60 == 0 ? whole : whole + " " + rest;
  }

  String minute(Instant instant) {
    return local(instant).format(language == Language.VI ? VI_MINUTE : EN_MINUTE);
  }

  String day(LocalDate day) {
    return day.format(language == Language.VI ? VI_DAY : EN_DAY);
  }

  /** Of a key {@code YYYY-MM}. */
  String month(String key) {
    return language == Language.VI
        ? key.substring(5) + "/" + key.substring(0, 4)
        : LocalDate.parse(key + "-01").format(EN_MONTH);
  }

  String period(ReportingPeriod period) {
    LocalDate first = local(period.from()).toLocalDate();
    int year = first.getYear();
    if (period.isHalfYear()) {
      return first.getMonthValue() == 1
          ? language.say("6 tháng đầu năm " + year, "first half of " + year)
          : language.say("6 tháng cuối năm " + year, "second half of " + year);
    }
    if (period.isYear()) {
      return language.say("năm " + year, "year " + year);
    }
    return bounds(period);
  }

  /** By its first and last day where it is made of days, else by its instants. */
  String bounds(ReportingPeriod period) {
    ZonedDateTime from = local(period.from());
    ZonedDateTime to = local(period.to());
    boolean days = from.toLocalTime().toSecondOfDay() == 0 && to.toLocalTime().toSecondOfDay() == 0;
    String first = days ? day(from.toLocalDate()) : minute(period.from());
    String last = days ? day(to.toLocalDate().minusDays(1)) : minute(period.to());
    return days
        ? language.say("từ ngày " + first + " đến hết ngày " + last, first + " to " + last)
        : language.say(
            "từ " + first + " đến trước " + last, "from " + first + " until before " + last);
  }

  static ZonedDateTime local(Instant instant) {
    return instant.atZone(LedgerZone.ID);
  }

  private DecimalFormat number(String pattern) {
    DecimalFormatSymbols signs = new DecimalFormatSymbols(Locale.ROOT);
    signs.setGroupingSeparator(language == Language.VI ? '.' : ',');
    signs.setDecimalSeparator(language == Language.VI ? ',' : '.');
    signs.setMinusSign('−');
    return new DecimalFormat(pattern, signs);
  }
}
