package org.splicespark.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.util.SerializableConfiguration;
import org.splicespark.error.InputException;
import org.splicespark.error.OutputException;
import org.splicespark.io.NamedOutput;

/**
 * Files by name, wherever Hadoop can reach them: a local path, {@code hdfs:}, {@code s3a:}, {@code
 * dbfs:}, ...
 */
public final class HadoopFiles implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String CONNECTOR =
      "; Spark needs the jars of that file system's connector (--packages; for s3a hadoop-aws)";

  private final SerializableConfiguration configuration;

  public HadoopFiles(Configuration configuration) {
    this.configuration = new SerializableConfiguration(configuration);
  }

  /**
   * A name as Hadoop wants it. Without a scheme it is a path, whatever colons are in it.
   *
   * @throws InputException if it is no name
   */
  public static Path path(String name) {
    try {
      boolean local = name.indexOf(':') >= 0 && !name.matches("[A-Za-z][A-Za-z0-9+.-]*:/.*");
      return new Path(local ? java.nio.file.Path.of(name).toAbsolutePath().toString() : name);
    } catch (IllegalArgumentException e) {
      throw new InputException("\"" + name + "\" is no file name: " + e.getMessage(), e);
    }
  }

  /** The whole name, the working directory and the file system's scheme included. */
  public String qualified(String name) throws IOException {
    return system(name).makeQualified(path(name)).toString();
  }

  /** A name that every executor understands: their working directories are their own. */
  public String everywhere(String name) throws IOException {
    boolean plain = !name.contains(":/") && isLocal(name);
    return plain
        ? java.nio.file.Path.of(name).toAbsolutePath().normalize().toString()
        : qualified(name);
  }

  /**
   * The file system that a name is on.
   *
   * @throws InputException if there is none for it, or it cannot be reached
   */
  public FileSystem system(String name) throws IOException {
    FileSystem system = reached(name);
    // The checksumming local file system leaves .crc files beside what it writes.
    return system instanceof LocalFileSystem local ? local.getRawFileSystem() : system;
  }

  /** A setting of Hadoop, as {@code --conf spark.hadoop.NAME=...} sets it. */
  long setting(String name, long otherwise) {
    return configuration.value().getLong(name, otherwise);
  }

  /**
   * Begins a file, over one that is there; its folder is made if it is not there.
   *
   * @throws OutputException if it cannot be; so does the stream where writing fails
   */
  public OutputStream create(String name) throws IOException {
    try {
      return new NamedOutput(name, system(name).create(path(name), true));
    } catch (IOException e) {
      throw new OutputException(name, e);
    }
  }

  private FileSystem reached(String name) {
    try {
      return path(name).getFileSystem(configuration.value());
    } catch (UnsupportedFileSystemException e) {
      throw unreachable(name, e.getMessage() + CONNECTOR, e);
    } catch (IOException e) {
      throw unreachable(name, e.getMessage(), e);
    } catch (RuntimeException e) {
      // A connector's class that is missing, a host that nobody knows: Hadoop wraps them.
      boolean missing = e.getCause() instanceof ClassNotFoundException;
      throw unreachable(name, missing ? e.getCause().getMessage() + CONNECTOR : e.getMessage(), e);
    }
  }

  private static InputException unreachable(String name, String why, Exception cause) {
    return new InputException(name + ": cannot be reached: " + why, cause);
  }

  public boolean exists(String name) throws IOException {
    return system(name).exists(path(name));
  }

  public boolean isLocal(String name) throws IOException {
    return system(name).getUri().getScheme().equals("file");
  }

  public FileStatus status(String name) throws IOException {
    return system(name).getFileStatus(path(name));
  }

  /** Names of the files directly in a folder; none if there is no such folder. */
  public List<String> list(String folder) throws IOException {
    return List.copyOf(lengths(folder).keySet());
  }

  /**
   * The files directly in a folder, and their lengths in bytes; none if there is no such folder.
   */
  public Map<String, Long> lengths(String folder) throws IOException {
    Map<String, Long> lengths = new LinkedHashMap<>();
    try {
      // Page by page: a folder of a hundred thousand parts is no single answer.
      RemoteIterator<FileStatus> all = system(folder).listStatusIterator(path(folder));
      while (all.hasNext()) {
        FileStatus status = all.next();
        lengths.put(status.getPath().getName(), status.getLen());
      }
    } catch (FileNotFoundException absent) {
      return Map.of();
    }
    return lengths;
  }

  public void makeFolder(String name) throws IOException {
    if (!system(name).mkdirs(path(name))) {
      throw new IOException("could not make the folder " + name);
    }
  }

  public void delete(String name) throws IOException {
    system(name).delete(path(name), true);
  }

  /**
   * Puts a file or folder under another name, in the place of what was there: on a local disk a
   * file is there at every moment, the old or the new. Elsewhere the old one is deleted first, and
   * the new one is whole all the time.
   */
  public void rename(String from, String to) throws IOException {
    FileSystem system = system(to);
    if (!system.exists(path(from))) {
      throw new FileNotFoundException(from + ": no such file, to be renamed to " + to);
    }
    if (system instanceof RawLocalFileSystem local && local.pathToFile(path(from)).isFile()) {
      Files.move(
          local.pathToFile(path(from)).toPath(),
          local.pathToFile(path(to)).toPath(),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    system.delete(path(to), true);
    if (!system.rename(path(from), path(to))) {
      throw new IOException("could not rename " + from + " to " + to);
    }
  }
}
