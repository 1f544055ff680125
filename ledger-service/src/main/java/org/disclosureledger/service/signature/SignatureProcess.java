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
 * length of 0 after the last; standard output takes the report as JSON. The exit code is a {@link
 * ProcessEnd}'s.
 */
final class SignatureProcess {
  private SignatureProcess() {}

  /**
   * Arguments: the format, the time now (ISO 8601), whether content follows the document, the
   * anchors' folder or nothing.
   */
  public static void main(String[] args) {
    // Libraries may print what they like, but not into the answer.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    System.exit(run(args).code());
  }

  private static ProcessEnd run(String[] args) {
    SignatureFormat format;
    SignatureSearch search;
    boolean withContent;
    try {
      format = SignatureFormat.valueOf(args[0]);
      withContent = Boolean.parseBoolean(args[2]);
      TrustAnchors anchors = TrustAnchors.read(args.length > 3 ? Path.of(args[3]) : null);
      search = new SignatureSearch(anchors, Instant.parse(args[1]));
    } catch (RuntimeException e) {
      return ProcessEnd.NOT_SET_UP;
    }
    try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      byte[] document = Chunks.read(in);
      byte[] content = withContent ? Chunks.read(in) : null;
      SignatureReport report = search.search(document, format, content);
      out.write(JsonMapper.builder().build().writeValueAsBytes(report));
      return ProcessEnd.REPORTED;
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      return ProcessEnd.FAILED; // the reader of the exit code says so; a message may quote
    }
  }
}
