package org.splicespark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * A file system that is not the local one, as a test uses it.
 *
 * @param root a folder's name with {@code /} at its end
 * @param settings Hadoop's, that whoever reads or writes there must have
 */
record RemoteStore(String root, Map<String, String> settings) {

  /** The name of a file there. */
  String name(String name) {
    return root + name;
  }

  void put(Path local, String name) throws IOException {
    try (var out = system().create(path(name(name)), true)) {
      Files.copy(local, out);
    }
  }

  byte[] bytes(String name) throws IOException {
    try (var in = system().open(path(name(name)))) {
      return in.readAllBytes();
    }
  }

  /** Names of all files in a folder and below it. */
  Set<String> files(String folder) throws IOException {
    Set<String> names = new TreeSet<>();
    String start = path(name(folder)).toString();
    var all = system().listFiles(path(name(folder)), true);
    while (all.hasNext()) {
      FileStatus file = all.next();
      names.add(file.getPath().toString().substring(start.length() + 1));
    }
    return names;
  }

  /** The same of a local folder, with the bytes. */
  static Map<String, byte[]> local(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (var all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private FileSystem system() throws IOException {
    Configuration configuration = new Configuration();
    settings.forEach(configuration::set);
    return FileSystem.get(java.net.URI.create(root), configuration);
  }

  private static org.apache.hadoop.fs.Path path(String name) {
    return new org.apache.hadoop.fs.Path(name);
  }
}
