package org.splicespark.io.registry;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to fetch into a folder: one process on this machine has it at a time. A process that
 * ends, however it does, gives it back. Its hidden file stays, empty: where it was removed, two
 * processes could lock two files of one name.
 */
final class FetchLock implements AutoCloseable {
  private static final String NAME = ".splicespark.lock";
  private static final long LOOK = 100;

  private final FileChannel channel;

  private FetchLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for it. Not for several threads of one process: on POSIX, one that closes the file gives
   * back the right of all.
   *
   * @param waiting told once, if somebody else has it
   */
  static FetchLock take(Path folder, Runnable waiting) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      for (int looks = 0; channel.tryLock() == null; looks++) {
        if (looks == 0) {
          waiting.run();
        }
        Thread.sleep(LOOK);
      }
      return new FetchLock(channel);
    } catch (InterruptedException e) {
      channel.close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
