package org.disclosureledger.service.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.disclosureledger.service.agency.event.AgencyAmended;
import org.disclosureledger.service.agency.event.AgencyEvent;
import org.disclosureledger.service.agency.event.AgencyRegistered;
import org.disclosureledger.service.deadline.CalendarImported;
import org.disclosureledger.service.deadline.WorkingCalendar;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.statistics.NaiveRequest.EndKind;
import org.disclosureledger.service.statistics.NaiveRequest.Item;
import org.jspecify.annotations.Nullable;

/**
 * The rows of figures straight from the events of a ledger, with no SQL and nothing of the domain's
 * own fold.
 */
public final class NaiveRows {
  private NaiveRows() {}

  /** All rows of a ledger; without a root. */
  public static StatedFigures of(
      List<StoredEvent> events,
      String ledger,
      ReportingPeriod period,
      Instant asOf,
      StatisticsFilter filter) {
    Map<String, NaiveRequest> all = new LinkedHashMap<>();
    Map<String, AgencyAt> agencies = new LinkedHashMap<>();
    long size = 0;
    WorkingCalendar calendar = null;
    for (StoredEvent event : events) {
      if (!event.header().ledger().equals(ledger)) {
        continue;
      }
      size++;
      boolean counts = !event.header().recordedTime().isAfter(asOf);
      if (counts && event.payload() instanceof AgencyEvent payload) {
        String stream = event.header().subject().value();
        agencies.put(stream, AgencyAt.after(agencies.get(stream), payload));
      }
      if (counts && event.payload() instanceof CalendarImported imported) {
        calendar = new WorkingCalendar(event.header().id(), imported);
      } else if (counts
          && event.payload() == null
          && event.header().subject().value().equals("calendar")) {
        calendar = null;
      }
      if (counts && event.payload() instanceof RequestEvent payload) {
        String stream = event.header().subject().value();
        if (payload instanceof RequestRecorded && event.header().sequence() == 0) {
          all.put(stream, new NaiveRequest());
        }
        NaiveRequest request = all.get(stream);
        if (request != null) {
          request.take(event.header(), payload);
        }
      }
    }
    Map<String, String> provinces = provinces(agencies.values());
    NaiveMoment moment = new NaiveMoment(period, asOf, calendar);
    List<FigureRow> rows = new ArrayList<>();
    List<NaiveRequest> asked =
        all.values().stream().filter(q -> stands(q, filter, provinces)).toList();
    Predicate<Item> items = item -> counts(item, filter);
    boolean parts = filter.refusalGround() == null;
    rows.add(new FigureRow(Slice.ALL, "", NaiveFigures.count(asked, items, parts, moment)));
    for (Slice slice : Slice.values()) {
      if (slice == Slice.MONTH) {
        period
            .months()
            .forEach((month, cut) ->
                rows.add(
                    new FigureRow(
                        slice, month, NaiveFigures.count(asked, items, parts, moment.cut(cut)))));
      } else if (slice != Slice.ALL) {
        keys(asked, slice, provinces)
            .forEach((key, some) -> {
              Predicate<Item> both = items.and(item -> inSlice(item, slice, key));
              boolean partsToo = parts && slice != Slice.REFUSAL_GROUND;
              Figures figures = NaiveFigures.count(some, both, partsToo, moment);
              if (!figures.isEmpty()) {
                rows.add(new FigureRow(slice, key, figures));
              }
            });
      }
    }
    rows.sort(Comparator.comparing(FigureRow::slice).thenComparing(FigureRow::key));
    return new StatedFigures(period, asOf, size, null, rows, List.of());
  }

  /** What the register said last of one agency. */
  private record AgencyAt(String code, @Nullable String province) {
    static AgencyAt after(@Nullable AgencyAt before, AgencyEvent event) {
      return switch (event) {
        case AgencyRegistered e -> new AgencyAt(e.code(), e.province());
        case AgencyAmended e -> new AgencyAt(Objects.requireNonNull(before).code, e.province());
        default -> Objects.requireNonNull(before);
      };
    }
  }

  /** By code; agencies in none are left out. */
  private static Map<String, String> provinces(Collection<AgencyAt> agencies) {
    Map<String, String> provinces = new HashMap<>();
    for (AgencyAt agency : agencies) {
      if (agency.province != null) {
        provinces.put(agency.code, agency.province);
      }
    }
    return provinces;
  }

  private static boolean stands(
      NaiveRequest q, StatisticsFilter filter, Map<String, String> provinces) {
    return (filter.agency() == null || filter.agency().equals(q.agency))
        && (filter.agencyKind() == null || filter.agencyKind().name().equals(q.agencyKind))
        && (filter.province() == null || filter.province().equals(provinces.get(q.agency)))
        && (filter.emergency() == null || filter.emergency() == q.emergency)
        && (filter.itemKind() == null
            || q.items.stream().anyMatch(item -> item.kind == filter.itemKind()))
        && (filter.refusalGround() == null
            || q.items.stream()
                .anyMatch(item -> grounds(item).contains(filter.refusalGround().name())));
  }

  private static boolean counts(Item item, StatisticsFilter filter) {
    return (filter.itemKind() == null || item.kind == filter.itemKind())
        && (filter.refusalGround() == null
            || grounds(item).contains(filter.refusalGround().name()));
  }

  private static boolean inSlice(Item item, Slice slice, String key) {
    return switch (slice) {
      case ITEM_KIND -> item.kind.name().equals(key);
      case REFUSAL_GROUND -> grounds(item).contains(key);
      default -> true;
    };
  }

  private static Set<String> grounds(Item item) {
    Set<String> names = new TreeSet<>();
    if (item.end != null && item.end.kind() == EndKind.REJECTED) {
      item.end.grounds().forEach(ground -> names.add(ground.name()));
    }
    return names;
  }

  private static Map<String, List<NaiveRequest>> keys(
      List<NaiveRequest> all, Slice slice, Map<String, String> provinces) {
    Map<String, List<NaiveRequest>> keys = new TreeMap<>();
    for (NaiveRequest q : all) {
      Set<String> of = new TreeSet<>();
      switch (slice) {
        case AGENCY -> of.add(q.agency);
        case AGENCY_KIND -> of.add(q.agencyKind);
        case ITEM_KIND -> q.items.forEach(item -> of.add(item.kind.name()));
        case REFUSAL_GROUND -> q.items.forEach(item -> of.addAll(grounds(item)));
        case EMERGENCY -> {
          if (q.emergency) {
            of.add("true");
          }
        }
        case PROVINCE -> {
          String province = provinces.get(q.agency);
          if (province != null) {
            of.add(province);
          }
        }
        case ALL, MONTH -> throw new IllegalArgumentException("not by a key of the request");
      }
      of.forEach(key -> keys.computeIfAbsent(key, k -> new ArrayList<>()).add(q));
    }
    return keys;
  }
}
