package org.disclosureledger.service.signature;

import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process that checks one document and ends: a document that drives a parser mad takes only
 * this with it, and its clear text lies in no file. Started by {@link SignatureChecks}; standard
 * input brings the document and what it signs, each in chunks of an {@code int} length and bytes, a
 * length of 0 after the last; standard output takes the report as JSON.
 */
final class SignatureProcess {
  private SignatureProcess() {}

  /**
   * Arguments: the format, the time now (ISO 8601), whether content follows the document, the
   * anchors' folder or nothing.
   */
  public static void main(String[] args) throws IOException {
    // Libraries may print what they like, but not into the answer.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    SignatureReport report;
    try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
      byte[] document = Chunks.read(in);
      byte[] content = Boolean.parseBoolean(args[2]) ? Chunks.read(in) : null;
      TrustAnchors anchors = TrustAnchors.read(args.length > 3 ? Path.of(args[3]) : null);
      report =
          new SignatureSearch(anchors, Instant.parse(args[1]))
              .search(document, SignatureFormat.valueOf(args[0]), content);
    }
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(JsonMapper.builder().build().writeValueAsBytes(report));
    }
    System.exit(0);
  }
}
