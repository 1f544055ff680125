package org.disclosureledger.verifier;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.disclosureledger.verifier.report.VerificationReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Entry point of the standalone verifier. Exit codes (FORMAT §8): 1 for any finding; else 2 if a
 * required grade could not be checked, or for usage and I/O errors; else 0. Whatever happens, the
 * user gets lines, never a stack trace.
 */
@Command(
    name = "verifier",
    mixinStandardHelpOptions = true,
    version = "disclosure ledger verifier 0.1",
    description = "Proves, without trusting whoever keeps a disclosure ledger, what it holds.",
    footer = {
      "",
      "Exit codes: 0 nothing found; 1 findings; 2 a required grade could not be checked,",
      "or wrong usage, or input that cannot be read."
    })
public final class Main implements Callable<Integer> {
  private static final int USAGE_WIDTH = 80;

  private final Terminal terminal;

  private Main(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs the command line of this process. */
  @SuppressWarnings("SystemConsoleNull") // null where the JDK has no console at all
  public static void main(String[] args) {
    Console console = System.console();
    Terminal terminal =
        new Terminal(
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err),
            System.getenv(),
            console != null && console.isTerminal());
    int exitCode = run(terminal, args);
    System.exit(exitCode);
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
  }

  /** Runs one command line and gives its exit code. */
  static int run(Terminal terminal, String... args) {
    try {
      return commandLine(terminal).execute(args);
    } catch (OutOfMemoryError | StackOverflowError e) {
      return fail(terminal, "not enough memory for this input; see java -Xmx");
    } catch (RuntimeException e) {
      return fail(terminal, describe(e));
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  private static CommandLine commandLine(Terminal terminal) {
    CommandLine line = new CommandLine(new Main(terminal));
    line.addSubcommand(new VerifyCommand(terminal));
    line.addSubcommand(new MirrorCommand(terminal));
    line.addSubcommand(new ReceiptCommand(terminal));
    line.addSubcommand(new RegisterCommand(terminal));
    line.addSubcommand(new DigestCommand(terminal));
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(USAGE_WIDTH);
    line.setParameterExceptionHandler(
        (e, args) -> fail(terminal, e.getMessage() + " (see --help)"));
    line.setExecutionExceptionHandler((e, command, result) -> fail(terminal, describe(e)));
    return line;
  }

  private static String describe(Exception e) {
    return e instanceof CommandFailure
        ? String.valueOf(e.getMessage())
        : e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private static int fail(Terminal terminal, @Nullable String message) {
    String line = String.valueOf(message).lines().findFirst().orElse("");
    terminal.err().println("verifier: " + line);
    return VerificationReport.EXIT_NOT_CHECKED;
  }

  @Override
  public Integer call() {
    return fail(terminal, "say verify, mirror, receipt, register or digest (see --help)");
  }
}
