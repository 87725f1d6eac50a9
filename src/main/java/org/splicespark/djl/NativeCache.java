package org.splicespark.djl;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where DJL unpacks libtorch (450 MB), and whose turn it is. Without a lock, JVMs that start
 * together on an empty cache each unpack a copy of their own and may delete one another's.
 *
 * <p>The folder is {@code ENGINE_CACHE_DIR} or {@code DJL_CACHE_DIR} (environment or system
 * property) where one is set, else {@code .djl.ai} in the user's home, else one per user in the
 * temporary folder: DJL's own last resort is shared between users, and the second is locked out of
 * it. It should be on a local disk.
 */
final class NativeCache {
  private NativeCache() {}

  /** Runs {@code load} while no other JVM that uses the same cache does. */
  static void locked(Runnable load) {
    try (FileChannel channel = FileChannel.open(folder().resolve(".lock"), CREATE, WRITE);
        FileLock lock = channel.lock()) {
      load.run();
    } catch (IOException | OverlappingFileLockException e) {
      // A cache that cannot be locked was filled beforehand and is read-only, or is not needed.
      load.run();
    }
  }

  /** The folder, whether or not it is there or can be made. */
  static Path place() {
    try {
      Optional<Path> told = told();
      return told.isPresent() ? told.get() : ownFolder();
    } catch (IOException | IllegalStateException e) {
      return temporary();
    }
  }

  private static Optional<Path> told() {
    return Stream.of("ENGINE_CACHE_DIR", "DJL_CACHE_DIR")
        .map(NativeBoot::setting)
        .filter(value -> value != null && !value.isEmpty())
        .findFirst()
        .map(Path::of);
  }

  private static Path folder() throws IOException {
    Optional<Path> told = told();
    if (told.isPresent()) {
      return Files.createDirectories(told.get());
    }
    Path folder = ownFolder();
    System.setProperty("DJL_CACHE_DIR", folder.toString());
    return folder;
  }

  private static Path ownFolder() throws IOException {
    Path home = Path.of(System.getProperty("user.home"), ".djl.ai");
    try {
      Files.createDirectories(home);
      if (Files.isWritable(home)) {
        return home;
      }
    } catch (IOException e) {
      // No home, as users of a cluster's containers often have none: the temporary folder, then.
    }
    Path folder = temporary();
    refuseOthers(Files.createDirectories(folder));
    return folder;
  }

  private static Path temporary() {
    String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9_.-]", "_");
    return Path.of(System.getProperty("java.io.tmpdir"), "djl-" + user);
  }

  /** What lies in the cache is run; so in a folder that all may write to, it must be one's own. */
  private static void refuseOthers(Path folder) throws IOException {
    Path probe = Files.createTempFile(folder, "owner", null);
    try {
      if (!Files.getOwner(folder).equals(Files.getOwner(probe))) {
        throw new IllegalStateException(
            folder + " belongs to another user; set DJL_CACHE_DIR to a folder of your own");
      }
    } finally {
      Files.delete(probe);
    }
  }
}
