package org.splicespark.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.splicespark.error.OutputException;

/**
 * A local file that is there whole or not at all: it is written under another name beside its place
 * and gets its own by {@link #finish}. Closed before that, it leaves nothing.
 */
public final class WholeFile implements AutoCloseable {
  private final Path target;
  private final Path part;
  private final OutputStream out;

  private WholeFile(Path target, Path part) throws IOException {
    this.target = target;
    this.part = part;
    try {
      this.out =
          new BufferedOutputStream(
              new NamedOutput(target.toString(), Files.newOutputStream(part)), 1 << 16);
    } catch (IOException e) {
      throw new OutputException(target.toString(), e);
    }
  }

  /**
   * Begins a file, whose folder must be there.
   *
   * @throws OutputException if it cannot be; so does the stream where writing fails
   */
  public static WholeFile create(Path target) throws IOException {
    // Not a temporary file of Java's, which only its owner may read.
    String name = "." + target.getFileName() + "." + UUID.randomUUID() + ".tmp";
    return new WholeFile(target, target.resolveSibling(name));
  }

  /** Where its bytes go; closed by {@link #finish}. */
  public OutputStream stream() {
    return out;
  }

  /** Puts the file in its place, over one that is there. */
  public void finish() throws IOException {
    out.close();
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
