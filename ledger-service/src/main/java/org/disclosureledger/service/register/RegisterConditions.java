package org.disclosureledger.service.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.service.projection.SqlTime;
import org.jspecify.annotations.Nullable;

/** A filter as conditions in SQL with their values; the texts are constants of this package. */
final class RegisterConditions {
  private final List<String> texts = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  static RegisterConditions of(RegisterFilter filter) {
    RegisterConditions where = new RegisterConditions();
    where.addCode("state = :state", "state", filter.state());
    where.addValue("agency_code = :agency", "agency", filter.agency());
    where.addCode(":kind = ANY (item_kinds)", "kind", filter.itemKind());
    where.addValue("emergency = :emergency", "emergency", filter.emergency());
    RegisterNumber number = filter.number();
    if (number != null) {
      where.add("register_ordinal = :ordinal", "ordinal", number.ordinal());
      where.addValue("register_year = :year", "year", number.year());
    }
    where.addTime("due < :dueBefore", "dueBefore", filter.dueBefore());
    where.addTime("due >= :dueAfter", "dueAfter", filter.dueAfter());
    where.addTime("received_at >= :receivedFrom", "receivedFrom", filter.receivedFrom());
    where.addTime("received_at < :receivedTo", "receivedTo", filter.receivedTo());
    where.addMarked(filter.marked());
    return where;
  }

  private void addMarked(RegisterFilter.Marked marked) {
    addCode("confirmation = :confirmation", "confirmation", marked.confirmation());
    addCode("route = :route", "route", marked.route());
    addValue("clarification_open = :asked", "asked", marked.clarificationOpen());
    addValue("(extensions > 0) = :extended", "extended", marked.extended());
    addValue("(reopenings > 0) = :reopened", "reopened", marked.reopened());
    addValue("(corrections > 0) = :corrected", "corrected", marked.corrected());
    addValue("(duplicate_of IS NOT NULL) = :duplicate", "duplicate", marked.duplicate());
    addValue("(reportable_errors > 0) = :errors", "errors", marked.errors());
    addTime(
        "due < :overdueAt AND (answered_at IS NULL OR answered_at > :overdueAt)",
        "overdueAt",
        marked.overdueAt());
  }

  void add(String text, String name, Object value) {
    texts.add(text);
    values.put(name, value);
  }

  /** A condition of which another one gave the values. */
  void add(String text) {
    texts.add(text);
  }

  void put(String name, Object value) {
    values.put(name, value);
  }

  private void addValue(String text, String name, @Nullable Object value) {
    if (value != null) {
      add(text, name, value);
    }
  }

  private void addCode(String text, String name, @Nullable Enum<?> code) {
    addValue(text, name, code == null ? null : code.name());
  }

  private void addTime(String text, String name, @Nullable Instant value) {
    addValue(text, name, SqlTime.ofNullable(value));
  }

  String text() {
    return String.join(" AND ", texts);
  }

  Map<String, Object> values() {
    return values;
  }
}
