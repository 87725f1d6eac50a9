package org.splicespark.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Files by name, wherever Hadoop can reach them: a local path, {@code hdfs:}, {@code s3a:}, {@code
 * dbfs:}, ...
 */
final class HadoopFiles implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SerializableConfiguration configuration;

  HadoopFiles(Configuration configuration) {
    this.configuration = new SerializableConfiguration(configuration);
  }

  FileSystem system(String name) throws IOException {
    FileSystem system = new Path(name).getFileSystem(configuration.value());
    // The checksumming local file system leaves .crc files beside what it writes.
    return system instanceof LocalFileSystem local ? local.getRawFileSystem() : system;
  }

  boolean exists(String name) throws IOException {
    return system(name).exists(new Path(name));
  }

  boolean isLocal(String name) throws IOException {
    return system(name).getUri().getScheme().equals("file");
  }

  FileStatus status(String name) throws IOException {
    return system(name).getFileStatus(new Path(name));
  }

  /** Names of the files directly in a folder; none if there is no such folder. */
  List<String> list(String folder) throws IOException {
    List<String> names = new ArrayList<>();
    try {
      for (FileStatus status : system(folder).listStatus(new Path(folder))) {
        names.add(status.getPath().getName());
      }
    } catch (FileNotFoundException absent) {
      return List.of();
    }
    return names;
  }

  void makeFolder(String name) throws IOException {
    if (!system(name).mkdirs(new Path(name))) {
      throw new IOException("could not make the folder " + name);
    }
  }

  void delete(String name) throws IOException {
    system(name).delete(new Path(name), true);
  }

  /** Puts a file under another name in one step; what was there is replaced. */
  void rename(String from, String to) throws IOException {
    FileSystem system = system(to);
    system.delete(new Path(to), true);
    if (!system.rename(new Path(from), new Path(to))) {
      throw new IOException("could not rename " + from + " to " + to);
    }
  }
}
