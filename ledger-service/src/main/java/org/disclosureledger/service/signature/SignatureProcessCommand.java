package org.disclosureledger.service.signature;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.jspecify.annotations.Nullable;

/** Starts {@link SignatureProcess} from the classes that this process runs from. */
final class SignatureProcessCommand {
  private static final String FAT_JAR_LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  private static final Set<String> INHERITED = Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE");

  private final int heapMegabytes;
  private final @Nullable Path anchors;

  SignatureProcessCommand(int heapMegabytes, @Nullable Path anchors) {
    this.heapMegabytes = heapMegabytes;
    this.anchors = anchors;
  }

  Process start(SignatureFormat format, Instant now, boolean withContent) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(format, now, withContent));
    // It reads what strangers wrote: our passwords are not for its environment. The locale says how
    // the anchors' path is written.
    builder.environment().keySet().retainAll(INHERITED);
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private List<String> command(SignatureFormat format, Instant now, boolean withContent) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:ErrorFile=/dev/null",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path")));
    if (inFatJar()) {
      command.add("-Dloader.main=" + SignatureProcess.class.getName());
      command.add(FAT_JAR_LAUNCHER);
    } else {
      command.add(SignatureProcess.class.getName());
    }
    command.addAll(List.of(format.name(), now.toString(), Boolean.toString(withContent)));
    if (anchors != null) {
      command.add(anchors.toAbsolutePath().toString());
    }
    return command;
  }

  /** Spring Boot's executable jar keeps classes where only its launcher finds them. */
  private static boolean inFatJar() {
    URL own = SignatureProcess.class.getResource("SignatureProcess.class");
    return own != null && own.toString().startsWith("jar:nested:");
  }
}
