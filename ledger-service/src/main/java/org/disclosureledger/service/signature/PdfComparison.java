package org.disclosureledger.service.signature;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Compares two states of a PDF, object by object from the catalog on. Known are only a new
 * signature field, an empty one that was signed, and a signature's own evidence; all else that is
 * not the same, be it a form field's value or the order of pages, is a change of the document. (The
 * comparison of DSS 6.3 leaves out what its authors hold harmless, and an object it met before.)
 */
final class PdfComparison {

  /** The worst that was found. */
  enum Found {
    NOTHING,
    /** DSS dictionary, extensions, an invisible document time-stamp (ETSI EN 319 142-1 §5.4). */
    EVIDENCE,
    SIGNATURE_FIELDS,
    OTHER
  }

  private static final COSName SIG_FLAGS = COSName.getPDFName("SigFlags");
  private static final COSName DOC_TIME_STAMP = COSName.getPDFName("DocTimeStamp");
  private static final COSName FIELDS = COSName.getPDFName("Fields");
  private static final Set<COSName> EVIDENCE_KEYS = names("DSS", "Extensions", "Version");
  private static final Set<COSName> NEW_FORM_KEYS = names("Fields", "SigFlags", "DA", "DR");

  /** What a signer's program sets in the empty field that it signs. */
  private static final Set<COSName> SIGNING_KEYS = names("V", "AP", "F", "M");

  /** Without actions: a click on a signature runs nothing. */
  private static final Set<COSName> FIELD_KEYS =
      names(
          "Type", "Subtype", "FT", "T", "TU", "V", "F", "Ff", "P", "Rect", "AP", "DA", "DR", "MK",
          "M", "NM", "Lock", "SV", "BS", "Border");

  private record Pair(COSBase before, COSBase after) {}

  private final Deque<Pair> queue = new ArrayDeque<>();
  private final IdentityHashMap<COSBase, Set<COSBase>> compared = new IdentityHashMap<>();
  private final @Nullable COSDictionary catalog;
  private Found found = Found.NOTHING;

  private PdfComparison(@Nullable COSDictionary catalog) {
    this.catalog = catalog;
  }

  /**
   * @throws IOException when one of them cannot be read
   */
  static Found compare(byte[] before, byte[] after) throws IOException {
    try (PDDocument first = Loader.loadPDF(before);
        PDDocument second = Loader.loadPDF(after)) {
      COSDictionary catalog = first.getDocumentCatalog().getCOSObject();
      return new PdfComparison(catalog).all(catalog, second.getDocumentCatalog().getCOSObject());
    }
  }

  private static boolean same(@Nullable COSBase before, @Nullable COSBase after)
      throws IOException {
    return new PdfComparison(null).all(before, after) == Found.NOTHING;
  }

  private Found all(@Nullable COSBase before, @Nullable COSBase after) throws IOException {
    meet(before, after);
    for (Pair next = queue.poll(); next != null && found != Found.OTHER; next = queue.poll()) {
      compare(next.before(), next.after());
    }
    return found;
  }

  private void found(Found what) {
    found = what.compareTo(found) > 0 ? what : found;
  }

  private void meet(@Nullable COSBase before, @Nullable COSBase after) {
    if (before == null || after == null) {
      if (before != null || after != null) {
        found(Found.OTHER);
      }
    } else if (compared
        .computeIfAbsent(before, key -> Collections.newSetFromMap(new IdentityHashMap<>()))
        .add(after)) {
      queue.add(new Pair(before, after));
    }
  }

  private void compare(COSBase before, COSBase after) throws IOException {
    switch (before) {
      case COSDictionary a when after instanceof COSDictionary b -> dictionaries(a, b);
      case COSArray a when after instanceof COSArray b && a.size() == b.size() -> {
        for (int i = 0; i < a.size(); i++) {
          meet(a.getObject(i), b.getObject(i));
        }
      }
      case COSNumber a when after instanceof COSNumber b -> {
        if (a.longValue() != b.longValue() || Float.compare(a.floatValue(), b.floatValue()) != 0) {
          found(Found.OTHER);
        }
      }
      case COSString a when after instanceof COSString b -> {
        if (!Arrays.equals(a.getBytes(), b.getBytes())) {
          found(Found.OTHER);
        }
      }
      default -> {
        if (!before.equals(after)) {
          found(Found.OTHER);
        }
      }
    }
  }

  private void dictionaries(COSDictionary before, COSDictionary after) throws IOException {
    if (before instanceof COSStream != after instanceof COSStream) {
      found(Found.OTHER);
      return;
    }
    boolean signed = isEmptySignature(before) && signature(after) != null;
    if (signed) {
      found(Found.SIGNATURE_FIELDS);
    }
    for (COSName key : keys(before, after)) {
      COSBase a = before.getDictionaryObject(key);
      COSBase b = after.getDictionaryObject(key);
      if (isCatalog(before) && EVIDENCE_KEYS.contains(key)) {
        evidence(a, b);
      } else if (isCatalog(before) && key.equals(COSName.ACRO_FORM)) {
        form(a, b);
      } else if (catalog != null && key.equals(COSName.ANNOTS) && isPage(before)) {
        fields(a, b);
      } else if (!(signed && SIGNING_KEYS.contains(key))
          && !(before instanceof COSStream && key.equals(COSName.LENGTH))) {
        meet(a, b);
      }
    }
    if (before instanceof COSStream a
        && after instanceof COSStream b
        && !Arrays.equals(bytes(a), bytes(b))) {
      found(Found.OTHER);
    }
  }

  private void evidence(@Nullable COSBase before, @Nullable COSBase after) throws IOException {
    if (after == null) {
      found(Found.OTHER); // evidence does not go again
    } else if (!same(before, after)) {
      found(Found.EVIDENCE);
    }
  }

  @SuppressWarnings("ReferenceEquality") // the object itself: another may hold the same
  private boolean isCatalog(COSDictionary before) {
    return before == catalog;
  }

  private void form(@Nullable COSBase before, @Nullable COSBase after) throws IOException {
    if (!(after instanceof COSDictionary b)) {
      found(Objects.equals(before, after) ? Found.NOTHING : Found.OTHER);
    } else if (before == null) {
      found(NEW_FORM_KEYS.containsAll(b.keySet()) ? Found.NOTHING : Found.OTHER);
      fields(null, b.getDictionaryObject(FIELDS));
    } else if (before instanceof COSDictionary a) {
      for (COSName key : keys(a, b)) {
        COSBase x = a.getDictionaryObject(key);
        COSBase y = b.getDictionaryObject(key);
        if (key.equals(FIELDS)) {
          fields(x, y);
        } else if (key.equals(COSName.DR)) {
          grown(x, y);
        } else if (!key.equals(SIG_FLAGS) || !(y instanceof COSInteger)) {
          meet(x, y);
        }
      }
    } else {
      found(Found.OTHER);
    }
  }

  /** The form's fields or a page's annotations: as they were, and signature fields after them. */
  private void fields(@Nullable COSBase before, @Nullable COSBase after) {
    List<@Nullable COSBase> first = elements(before);
    List<@Nullable COSBase> second = elements(after);
    if (second.size() < first.size()) {
      found(Found.OTHER);
      return;
    }
    for (int i = 0; i < second.size(); i++) {
      if (i < first.size()) {
        meet(first.get(i), second.get(i));
      } else {
        found(added(second.get(i)));
      }
    }
  }

  private List<@Nullable COSBase> elements(@Nullable COSBase array) {
    if (array instanceof COSArray all) {
      List<@Nullable COSBase> elements = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        elements.add(all.getObject(i));
      }
      return elements;
    }
    found(array == null ? Found.NOTHING : Found.OTHER);
    return List.of();
  }

  private static Found added(@Nullable COSBase object) {
    if (!(object instanceof COSDictionary field)
        || !COSName.SIG.equals(field.getCOSName(COSName.FT))
        || !FIELD_KEYS.containsAll(field.keySet())) {
      return Found.OTHER;
    }
    COSDictionary signature = signature(field);
    boolean stamp = signature != null && DOC_TIME_STAMP.equals(signature.getCOSName(COSName.TYPE));
    return stamp && isInvisible(field) ? Found.EVIDENCE : Found.SIGNATURE_FIELDS;
  }

  private static boolean isInvisible(COSDictionary field) {
    if (field.getDictionaryObject(COSName.AP) == null
        && field.getDictionaryObject(COSName.MK) == null) {
      return true;
    }
    COSArray box = field.getCOSArray(COSName.RECT);
    float[] corners = box == null ? new float[0] : box.toFloatArray();
    return corners.length == 4
        && (Float.compare(corners[0], corners[2]) == 0
            || Float.compare(corners[1], corners[3]) == 0);
  }

  /** Resources that a signature's look needs: more of them, none otherwise. */
  private void grown(@Nullable COSBase before, @Nullable COSBase after) throws IOException {
    if (before instanceof COSDictionary a
        && after instanceof COSDictionary b
        && !(a instanceof COSStream)) {
      for (COSName key : a.keySet()) {
        grown(a.getDictionaryObject(key), b.getDictionaryObject(key));
      }
    } else if (before != null && !same(before, after)) {
      found(Found.OTHER);
    }
  }

  private static boolean isPage(COSDictionary dictionary) {
    return COSName.PAGE.equals(dictionary.getCOSName(COSName.TYPE));
  }

  private static boolean isEmptySignature(COSDictionary field) {
    return COSName.SIG.equals(field.getCOSName(COSName.FT))
        && field.getDictionaryObject(COSName.V) == null;
  }

  private static @Nullable COSDictionary signature(COSDictionary field) {
    return field.getDictionaryObject(COSName.V) instanceof COSDictionary value ? value : null;
  }

  private static byte[] bytes(COSStream stream) throws IOException {
    if (!stream.hasData()) {
      return new byte[0];
    }
    try (InputStream raw = stream.createRawInputStream()) {
      return raw.readAllBytes();
    }
  }

  private static Set<COSName> keys(COSDictionary first, COSDictionary second) {
    Set<COSName> keys = new HashSet<>(first.keySet());
    keys.addAll(second.keySet());
    return keys;
  }

  private static Set<COSName> names(String... names) {
    Set<COSName> all = new HashSet<>();
    for (String name : names) {
      all.add(COSName.getPDFName(name));
    }
    return Set.copyOf(all);
  }
}
