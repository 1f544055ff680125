package org.disclosureledger.service.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.jspecify.annotations.Nullable;

/**
 * Which requests count: those that stand in all of these slices. As in the slices, items and parts
 * count if they are of the kind and refused by the ground asked for.
 *
 * @param agency code
 * @param province two digits
 */
public record StatisticsFilter(
    @Nullable String agency,
    @Nullable AgencyKind agencyKind,
    @Nullable ItemKind itemKind,
    @Nullable String province,
    @Nullable Boolean emergency,
    @Nullable RefusalGround refusalGround) {
  public static final StatisticsFilter NONE =
      new StatisticsFilter(null, null, null, null, null, null);

  public StatisticsFilter {
    agency = agency == null ? null : agency.toUpperCase(Locale.ROOT);
  }

  /** Whether not all items of a request count. */
  boolean ofItems() {
    return itemKind != null || refusalGround != null;
  }

  /** The condition on a request's row {@code q} beside its agency's {@code p}. */
  String condition() {
    List<String> all = new ArrayList<>();
    if (agency != null) {
      all.add("q.agency = :agency");
    }
    if (agencyKind != null) {
      all.add("q.agency_kind = :agencyKind");
    }
    if (itemKind != null) {
      all.add(":itemKind = ANY (q.kinds)");
    }
    if (province != null) {
      all.add("p.province = :province");
    }
    if (emergency != null) {
      all.add("q.emergency = :emergency");
    }
    if (refusalGround != null) {
      all.add(":refusalGround = ANY (q.grounds)");
    }
    return all.isEmpty() ? "true" : String.join(" AND ", all);
  }
}
