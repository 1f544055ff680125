package org.disclosureledger.service.request.content;

import java.util.Comparator;
import java.util.List;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.jspecify.annotations.Nullable;

/** Checks of form that only requests need, beside those of {@link Form}. */
public final class RequestForm {
  public static final int MAX_ITEMS = 500;
  public static final int MAX_TARGETS = 1_000;
  public static final int MAX_DOCUMENTS = 100;

  private RequestForm() {}

  public static void ordinal(String member, int value) {
    if (value < 1 || value > MAX_TARGETS) {
      throw new CommandRefused(FormRule.COUNT_OUT_OF_RANGE, member);
    }
  }

  public static List<Integer> ordinals(String member, @Nullable List<Integer> values) {
    List<Integer> ordinals = Form.distinct(member, values);
    ordinals.forEach(value -> ordinal(member, value));
    return ordinals.stream().sorted().toList();
  }

  /** Ordinals of items, in order; which of them are needed is the command's to say. */
  public static List<Integer> itemOrdinals(String member, @Nullable List<Integer> values) {
    List<Integer> items = ordinals(member, values);
    if (items.size() > MAX_ITEMS) {
      throw new CommandRefused(RequestRule.TOO_MANY_ITEMS, items.size() + " items");
    }
    return items;
  }

  public static List<DataField> fields(@Nullable List<DataField> values) {
    List<DataField> fields = Form.distinct("fields", values);
    if (fields.isEmpty()) {
      throw new CommandRefused(FormRule.MEMBER_MISSING, "fields");
    }
    return fields.stream().sorted(Comparator.naturalOrder()).toList();
  }

  public static List<RefusalGround> grounds(@Nullable List<RefusalGround> values) {
    List<RefusalGround> grounds = Form.distinct("grounds", values);
    if (grounds.isEmpty()) {
      throw new CommandRefused(RequestRule.GROUND_MISSING, "a refusal names at least one ground");
    }
    return grounds.stream().sorted(Comparator.naturalOrder()).toList();
  }

  public static List<RequestedItem> items(@Nullable List<RequestedItem> values) {
    List<RequestedItem> items = someItems(values);
    int targets = items.stream().mapToInt(item -> item.targets().size()).sum();
    if (targets > MAX_TARGETS) {
      throw new CommandRefused(RequestRule.TOO_MANY_TARGETS, targets + " targets");
    }
    return items;
  }

  public static <T> List<T> someItems(@Nullable List<T> values) {
    List<T> items = Form.list("items", values);
    if (items.isEmpty()) {
      throw new CommandRefused(RequestRule.NO_ITEMS, "items");
    }
    if (items.size() > MAX_ITEMS) {
      throw new CommandRefused(RequestRule.TOO_MANY_ITEMS, items.size() + " items");
    }
    return items;
  }

  public static List<String> documents(@Nullable List<String> values) {
    List<String> documents = Form.list("documents", values);
    if (documents.size() > MAX_DOCUMENTS) {
      throw new CommandRefused(RequestRule.TOO_MANY_DOCUMENTS, documents.size() + " documents");
    }
    documents.forEach(value -> Form.digest("documents", value));
    return documents;
  }
}
