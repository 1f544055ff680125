package org.disclosureledger.verifier.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.verifier.source.SourceException.Kind;

/** An export directory (FORMAT §5). */
public final class DirectorySource implements LedgerSource {
  /** One name is 8 bytes of size and 32 of root in memory while the entries stream by. */
  private static final int MAX_CHECKPOINTS = 1_000_000;

  private final Path directory;
  private final String description;

  public DirectorySource(Path directory) {
    this(directory, directory.toString());
  }

  /**
   * @param description what the directory was made from
   */
  public DirectorySource(Path directory, String description) {
    this.directory = directory;
    this.description = description;
  }

  @Override
  public Optional<byte[]> read(String path, int limit) throws SourceException {
    Path file = directory.resolve(path);
    if (Files.isDirectory(file)) {
      return Optional.empty();
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // A pipe or device would never end, or never begin.
      throw new SourceException(Kind.UNREADABLE, path, "is no regular file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw new SourceException(Kind.TOO_LARGE, path, "larger than %,d bytes".formatted(limit));
      }
      return Optional.of(bytes);
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new SourceException(Kind.UNREADABLE, path, "cannot be read (" + e + ")", e);
    }
  }

  @Override
  public List<String> checkpointNames() throws SourceException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.resolve("checkpoints"))) {
      for (Path file : files) {
        if (names.size() == MAX_CHECKPOINTS) {
          throw new SourceException(
              Kind.UNREADABLE, "checkpoints", "more than %,d files".formatted(MAX_CHECKPOINTS));
        }
        names.add(String.valueOf(file.getFileName()));
      }
      return names;
    } catch (NoSuchFileException | NotDirectoryException absent) {
      return List.of();
    } catch (IOException e) {
      throw new SourceException(Kind.UNREADABLE, "checkpoints", "cannot be read (" + e + ")", e);
    }
  }

  @Override
  public boolean readableUnverified() {
    return true;
  }

  @Override
  public boolean isExport() {
    return true;
  }

  @Override
  public String description() {
    return description;
  }
}
