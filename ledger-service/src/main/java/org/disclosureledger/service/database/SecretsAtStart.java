package org.disclosureledger.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ssl.SslProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * Before anything is made or opened: no secret in an argument, where every user of the machine can
 * read it, and no file of secrets that others may open.
 */
final class SecretsAtStart
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Pattern SECRET =
      Pattern.compile(".*(password|passphrase|secret|secretkey|accesskey|privatekey|token)");
  private static final Pattern FILE_OF_KEYS =
      Pattern.compile("serversslcertificateprivatekey|springsslbundle.*storeprivatekey");
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?is).*((password|secret|passphrase)[\"']?\\s*[=:]|-----BEGIN [A-Z ]*PRIVATE KEY|://[^/@]*:[^/@]*@).*");

  private static final List<String> FROM_ENVIRONMENT =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    for (PropertySource<?> source : context.getEnvironment().getPropertySources()) {
      if (source instanceof CommandLinePropertySource<?> arguments) {
        for (String name : arguments.getPropertyNames()) {
          requireNoSecret(name, String.valueOf(arguments.getProperty(name)));
        }
      }
    }
    List<String> given = ManagementFactory.getRuntimeMXBean().getInputArguments();
    for (String argument : given) {
      int end = argument.indexOf('=');
      if (argument.startsWith("-D") && end > 0 && isSeen(argument, System.getenv())) {
        requireNoSecret(argument.substring(2, end), argument.substring(end + 1));
      }
    }
    requireClosed(context.getEnvironment());
  }

  /**
   * Whether others can read it. The virtual machine also counts those that it took from the
   * environment among its arguments; none of them stands in the process's own list.
   */
  static boolean isSeen(String argument, Map<String, String> environment) {
    return FROM_ENVIRONMENT.stream()
        .noneMatch(name -> environment.getOrDefault(name, "").contains(argument));
  }

  /**
   * @throws StartRefused which names the setting, never its value
   */
  static void requireNoSecret(String name, String value) {
    boolean secret = SECRET.matcher(plain(name.substring(name.lastIndexOf('.') + 1))).matches();
    // The name of a file of keys is none.
    boolean path = FILE_OF_KEYS.matcher(plain(name)).matches() && !value.contains("-----BEGIN");
    if ((secret && !path) || WITHIN.matcher(value).matches()) {
      throw new StartRefused(
          name
              + " stands in an argument, which every user of this machine can read; give it in the"
              + " environment, as "
              + name.toUpperCase(Locale.ROOT).replace("-", "").replaceAll("[^A-Z0-9]", "_"));
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /**
   * @throws StartRefused for the first that others may open
   */
  static void requireClosed(Environment environment) {
    Path data = Path.of(environment.getProperty("ledger.data-dir", "data"));
    Path keys = path(environment, "ledger.keys-dir", data.resolve("keys"));
    List<Path> all = new ArrayList<>(List.of(data));
    for (Path folder : List.of(data.resolve("secrets"), keys)) {
      all.add(folder);
      all.addAll(inside(folder));
    }
    all.add(path(environment, "ledger.attachments.dir", data.resolve("attachments")));
    all.add(path(environment, "ledger.credentials-file", data.resolve("credentials.txt")));
    String erased = environment.getProperty("ledger.vault.erased-file", "");
    String database = environment.getProperty("spring.datasource.url", "");
    all.add(erased.isBlank() ? DefaultFiles.erasedKeys(data, database) : Path.of(erased));
    all.add(DefaultFiles.erasedKeysBefore(data));
    files(environment)
        .filter(value -> !value.isBlank())
        .filter(value -> !value.startsWith("classpath:") && !value.contains("-----BEGIN"))
        .map(value -> Path.of(value.replaceFirst("^file:(//)?", "")))
        .forEach(all::add);
    all.stream().filter(Files::exists).forEach(SecretFile::refuseLoose);
  }

  private static Stream<String> files(Environment environment) {
    Stream<String> named =
        Stream.of(
                "ledger.attachments.s3.secret-key-file",
                "server.ssl.key-store",
                "server.ssl.certificate-private-key")
            .map(name -> environment.getProperty(name, ""));
    SslProperties.Bundles bundles =
        Binder.get(environment)
            .bind("spring.ssl", SslProperties.class)
            .orElseGet(SslProperties::new)
            .getBundle();
    Stream<@Nullable String> stores =
        Stream.concat(
            bundles.getJks().values().stream().map(b -> b.getKeystore().getLocation()),
            bundles.getPem().values().stream().map(b -> b.getKeystore().getPrivateKey()));
    return Stream.concat(named, stores.flatMap(Stream::ofNullable));
  }

  private static Path path(Environment environment, String name, Path otherwise) {
    String value = environment.getProperty(name, "");
    return value.isBlank() ? otherwise : Path.of(value);
  }

  private static List<Path> inside(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
