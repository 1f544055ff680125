package org.disclosureledger.service.attachment;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.disclosureledger.service.envelope.CommandRefused;
import org.jspecify.annotations.Nullable;

/**
 * Which documents are taken, judged by their first bytes. The name decides what the bytes leave
 * open: whether a text is CSV, whether a signature is p7s or p7m. It makes no PDF of a text.
 *
 * <p>Taken: PDF; the images PNG, JPEG, TIFF and WebP; ASiC-E and ASiC-S; detached and enveloping
 * CMS (p7s, p7m); plain text and CSV, for the lists of identifiers that come beside a letter.
 *
 * <p>Not taken: office formats, which carry macros and show otherwise elsewhere (an agency's signed
 * letter is a PDF); XML, whose style sheets and entities run where it is opened; archives other
 * than ASiC, whose content nobody looked at; e-mail, which is HTML. Programs, scripts, HTML and SVG
 * are refused under a rule of their own, by their name too. Whatever is taken is to be served as a
 * download ({@code Content-Disposition: attachment}, {@code nosniff}), never shown in place.
 */
final class MediaTypes {
  /** How many bytes are judged. */
  static final int PREFIX = 64 * 1024;

  private static final int MAX_NAME = 255;
  private static final String TEXT = "text/plain";
  private static final String ZIP = "application/zip";
  private static final String CMS = "application/pkcs7-";
  private static final String P7S = CMS + "signature";
  private static final String P7M = CMS + "mime";
  private static final byte[] SIGNED_DATA = HexFormat.of().parseHex("06092a864886f70d010702");
  private static final Set<String> TAKEN =
      Set.of(
          "application/pdf",
          "image/png",
          "image/jpeg",
          "image/tiff",
          "image/webp",
          "application/vnd.etsi.asic-e+zip",
          "application/vnd.etsi.asic-s+zip",
          "application/pkcs7-signature",
          "application/pkcs7-mime",
          "text/plain",
          "text/csv");
  private static final Set<String> ACTIVE =
      Set.of(
          "text/html",
          "application/xhtml+xml",
          "image/svg+xml",
          "text/javascript",
          "application/javascript",
          "application/x-sh",
          "application/x-bat",
          "application/x-msdownload",
          "application/x-elf",
          "application/java-vm",
          "application/java-archive",
          "application/x-ms-installer",
          "application/vnd.android.package-archive",
          "application/x-mach-o",
          "text/vbscript",
          "text/x-python",
          "text/x-perl",
          "text/x-php",
          "text/x-jsp",
          "text/x-vbscript",
          "text/x-vbasic",
          "application/hta",
          "application/x-powershell",
          "text/asp",
          "text/aspdotnet");
  private static final Set<String> ACTIVE_ENDINGS =
      Set.of(
          "exe", "dll", "com", "scr", "pif", "cpl", "msi", "bat", "cmd", "ps1", "psm1", "sh",
          "bash", "js", "mjs", "jse", "vbs", "vbe", "wsf", "wsh", "hta", "htm", "html", "xhtml",
          "mhtml", "mht", "svg", "jar", "class", "jnlp", "lnk", "url", "reg", "apk", "app", "dmg",
          "iso", "chm", "py", "pl", "php", "jsp", "asp", "aspx");

  /** Read at the first document: its thousands of types are not worth waiting for at the start. */
  private static final class Known {
    static final Tika TIKA = new Tika();
  }

  /**
   * @param prefix the document's first bytes, {@link #PREFIX} or all
   * @param declaredName as the sender named it; may be absent
   * @return e.g. {@code application/pdf}, without parameters
   * @throws CommandRefused by {@link AttachmentRule#DOCUMENT_IS_ACTIVE} or {@link
   *     AttachmentRule#DOCUMENT_TYPE_NOT_TAKEN}; its detail names the type found
   */
  String detect(byte[] prefix, @Nullable String declaredName) {
    String name = lastSegment(declaredName);
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String bytes = Known.TIKA.detect(prefix);
    if (isActive(bytes)
        || isActive(Known.TIKA.detect(prefix, name))
        || ACTIVE_ENDINGS.contains(ending)) {
      throw new CommandRefused(AttachmentRule.DOCUMENT_IS_ACTIVE, "it is " + bytes);
    }
    String found =
        switch (bytes) {
          case TEXT -> ending.equals("csv") ? "text/csv" : TEXT;
          case ZIP -> Containers.typeOf(prefix).orElse(ZIP);
          default -> bytes.startsWith(CMS) || isCms(prefix) ? cms(bytes, ending) : bytes;
        };
    if (!TAKEN.contains(found)) {
      throw new CommandRefused(AttachmentRule.DOCUMENT_TYPE_NOT_TAKEN, "it is " + found);
    }
    return found;
  }

  private static String cms(String bytes, String ending) {
    return switch (ending) {
      case "p7s" -> P7S;
      case "p7m" -> P7M;
      default -> bytes.startsWith(CMS) ? bytes : P7S;
    };
  }

  /** SEQUENCE, its length, then the object identifier of signedData (RFC 5652 §5.1). */
  private static boolean isCms(byte[] prefix) {
    for (int at = 2; at <= 6 && at + SIGNED_DATA.length <= prefix.length; at++) {
      if (prefix[0] == 0x30
          && Arrays.equals(
              prefix, at, at + SIGNED_DATA.length, SIGNED_DATA, 0, SIGNED_DATA.length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isActive(String type) {
    MediaTypeRegistry registry = MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry();
    for (MediaType at = MediaType.parse(type); at != null; at = registry.getSupertype(at)) {
      if (ACTIVE.contains(at.toString())) {
        return true;
      }
    }
    return false;
  }

  /** The name alone: a folder before it would be the sender's. */
  private static String lastSegment(@Nullable String name) {
    if (name == null) {
      return "";
    }
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.substring(Math.max(0, last.length() - MAX_NAME)).strip();
  }
}
