package org.splicespark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine;

/** What this build is; filled in by Maven. */
final class Version implements CommandLine.IVersionProvider {
  private static final Properties BUILD = load();

  static String number() {
    return BUILD.getProperty("version");
  }

  /** Version of a library that the build was made for. */
  static String of(String library) {
    return BUILD.getProperty(library);
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "splicespark " + number(),
      "Spark " + of("spark") + ", DJL " + of("djl") + ", PyTorch " + of("pytorch")
    };
  }

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/splicespark.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
