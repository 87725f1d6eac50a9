package org.splicespark.io.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The right to fetch one file: one thread of one process on this machine has it at a time. Its
 * hidden file goes when the right is given back.
 */
final class FetchLock implements AutoCloseable {
  private static final long LOOK = 100;

  private final Path path;
  private final FileChannel channel;

  private FetchLock(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Waits for it.
   *
   * @param waiting told once, if somebody else has it
   */
  static FetchLock take(Path target, Runnable waiting) throws IOException {
    Path path = target.resolveSibling("." + target.getFileName() + ".lock");
    boolean told = false;
    while (true) {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) && isStill(path, channel)) {
        return new FetchLock(path, channel);
      }
      channel.close();
      if (!told) {
        waiting.run();
        told = true;
      }
      pause();
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // Another thread of this process has it.
    }
  }

  /**
   * Whether the file that is locked is the one of that name: the one before may have removed it.
   */
  private static boolean isStill(Path path, FileChannel channel) throws IOException {
    String token = UUID.randomUUID().toString();
    channel.truncate(0).write(ByteBuffer.wrap(token.getBytes(StandardCharsets.US_ASCII)), 0);
    try {
      return Files.readString(path).equals(token);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
    channel.close();
  }
}
