package org.splicespark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A good command line, of which some is replaced.
 *
 * @param folder where its files are; written as DIR in options
 */
record Invocation(Path folder, String command, Map<String, String> options) {

  /**
   * @param changes options as NAME=VALUE, separated by blanks; a value of "none" leaves an option
   *     out, and without value it is a flag
   */
  String[] arguments(String changes) {
    Map<String, String> changed = new TreeMap<>(options);
    List<String> flags = new ArrayList<>();
    for (String change : changes.isEmpty() ? new String[0] : changes.split(" ")) {
      String[] parts = change.split("=", 2);
      if (parts.length == 1) {
        flags.add(change);
      } else {
        changed.put(parts[0], parts[1]);
      }
    }
    List<String> arguments = new ArrayList<>(List.of(command));
    changed.forEach(
        (option, value) -> {
          if (!value.equals("none")) {
            arguments.add(option);
            arguments.add(value.replace("DIR", folder.toString()));
          }
        });
    arguments.addAll(flags);
    return arguments.toArray(String[]::new);
  }

  Ended run(String changes) {
    return Ended.of(arguments(changes));
  }

  /** Everything in the folder: lengths of files, and -1 for folders. */
  Map<String, Long> files() throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (var all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        files.put(file.toString(), Files.isDirectory(file) ? -1 : Files.size(file));
      }
    }
    return files;
  }
}
