package org.disclosureledger.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.disclosureledger.format.Sha256;
import org.disclosureledger.verifier.report.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code digest FILE…}: what a delivery says of files that stay on the officer's machine. */
@Command(
    name = "digest",
    mixinStandardHelpOptions = true,
    description = {
      "Prints SHA-256, size in bytes and path of each file, one line a file. The files are only"
          + " read: nothing is sent or kept. A delivery names disclosed data by these digests."
    })
final class DigestCommand implements Callable<Integer> {
  private static final int BUFFER = 256 * 1024;

  /**
   * @param digest lower-case hex
   * @param size bytes
   */
  private record Line(String digest, long size, Path file) {}

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "regular files, of any size")
  List<Path> files = List.of();

  @Option(
      names = "--manifest",
      description =
          "print a JSON list instead: digest, size and the file's name without its folder")
  boolean manifest;

  private final Terminal terminal;

  DigestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    List<Line> lines = new ArrayList<>();
    try (TerminalProgress progress = terminal.progress("digest")) {
      long total = totalKibibytes();
      long before = 0;
      for (Path file : files) {
        Line line = digest(file, before, total, progress);
        before += line.size();
        lines.add(line);
      }
    }
    // All or nothing: a manifest that stops at an unreadable file would look whole.
    terminal.out().print(manifest ? json(lines) : text(lines));
    return 0;
  }

  private long totalKibibytes() throws CommandFailure {
    long total = 0;
    for (Path file : files) {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new CommandFailure("cannot read " + file + " (no regular file)");
      }
      try {
        total += Files.size(file);
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
    return total / 1024;
  }

  private static Line digest(Path file, long before, long total, TerminalProgress progress)
      throws CommandFailure {
    MessageDigest sha256 = Sha256.begin();
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha256.update(buffer, 0, read);
        size += read;
        progress.at((before + size) / 1024, total);
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    return new Line(HexFormat.of().formatHex(sha256.digest()), size, file);
  }

  private static CommandFailure unreadable(Path file, IOException e) {
    String why = e instanceof NoSuchFileException ? "no such file" : e.getClass().getSimpleName();
    return new CommandFailure("cannot read " + file + " (" + why + ")", e);
  }

  private static String text(List<Line> lines) {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(line.digest())
          .append("  ")
          .append(line.size())
          .append("  ")
          .append(TextReport.printable(line.file().toString()))
          .append('\n');
    }
    return text.toString();
  }

  private static String json(List<Line> lines) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Line line : lines) {
      Map<String, Object> member = new LinkedHashMap<>();
      member.put("digest", line.digest());
      member.put("size", line.size());
      member.put("name", String.valueOf(line.file().getFileName()));
      list.add(member);
    }
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(list)
        + "\n";
  }
}
