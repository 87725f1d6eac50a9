package org.splicespark.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.SparkFiles;
import org.splicespark.error.InputException;

/**
 * Brings a file to the local disk of this JVM, since native readers want a path: a local path is
 * taken as it is, a name that {@code spark-submit --files} shipped is found there, anything else is
 * copied once.
 */
public final class Staging {
  private static final List<String> COMPANIONS = List.of(".fai", ".gzi");

  private final HadoopFiles files;

  public Staging(HadoopFiles files) {
    this.files = files;
  }

  /**
   * @param configuration Hadoop's, with the settings of the file systems in use
   */
  public static Staging of(org.apache.hadoop.conf.Configuration configuration) {
    return new Staging(new HadoopFiles(configuration));
  }

  /**
   * The file, or folder, on the local disk, its indexes beside it.
   *
   * @throws InputException if it is nowhere
   * @throws UncheckedIOException if it cannot be brought here: on an executor that may be this
   *     host's trouble, and the task is worth another try elsewhere
   */
  public Path local(String name) {
    try {
      Optional<Path> here = here(name);
      if (here.isPresent()) {
        return here.get();
      }
      if (!files.exists(name)) {
        return shipped(name);
      }
      return copied(name);
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(name + ": cannot be read: " + e.getMessage(), e));
    }
  }

  /**
   * The path of what is on this machine's disks: a mount that all hosts share is a local path,
   * whatever the default file system is.
   */
  Optional<Path> here(String name) throws IOException {
    boolean local = !name.contains(":/") || files.isLocal(name);
    return local
        ? Optional.of(Path.of(HadoopFiles.path(name).toUri().getPath())).filter(Files::exists)
        : Optional.empty();
  }

  /**
   * A name for executors, whose working directories are their own: absolute if the file is here.
   * Others stay as they are, for {@code --files}.
   */
  public static String everywhere(String name) {
    boolean here = !name.contains(":/") && Files.exists(Path.of(name));
    return here ? Path.of(name).toAbsolutePath().normalize().toString() : name;
  }

  private static Path shipped(String name) {
    return sent(name).orElseThrow(() -> new InputException(name + ": no such file"));
  }

  /** This JVM's copy of what {@code spark-submit --files} sent under a name. */
  static Optional<Path> sent(String name) {
    return Optional.of(Path.of(SparkFiles.get(HadoopFiles.path(name).getName())))
        .filter(Files::exists);
  }

  private Path copied(String name) throws IOException {
    Path folder = Files.createTempDirectory(Path.of(SparkFiles.getRootDirectory()), "staged");
    Path target = folder.resolve(HadoopFiles.path(name).getName());
    copy(name, target);
    for (String companion : COMPANIONS) {
      if (files.exists(name + companion)) {
        copy(name + companion, Path.of(target + companion));
      }
    }
    return target;
  }

  private void copy(String name, Path target) throws IOException {
    FileSystem from = files.system(name);
    if (!FileUtil.copy(from, HadoopFiles.path(name), target.toFile(), false, from.getConf())) {
      throw new IOException("could not copy it to the local disk");
    }
  }
}
