package org.splicespark.io.registry;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One file of weights that somebody published.
 *
 * @param name in this program
 * @param seed of its training; null where none was published
 * @param file its path below its family's folder, with slashes
 * @param bytes its length; null if the file was never seen
 * @param sha256 in hexadecimal; null if the file was never seen
 * @param url where it comes from; null if only its family's page says how to get it
 */
public record PublishedFile(
    String name, Integer seed, String file, Long bytes, String sha256, String url) {

  /** The file's own name, without folders. */
  public String fileName() {
    return Path.of(file).getFileName().toString();
  }

  /** The folder of its ensemble below the family's; empty for the family's own. */
  Path folder() {
    Path parent = Path.of(file).getParent();
    return parent == null ? Path.of("") : parent;
  }

  public Optional<String> digest() {
    return Optional.ofNullable(sha256);
  }

  public Optional<String> address() {
    return Optional.ofNullable(url);
  }
}
