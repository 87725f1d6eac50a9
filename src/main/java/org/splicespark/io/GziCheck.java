package org.splicespark.io;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.splicespark.error.InputException;

/**
 * Whether a {@code .gzi} can be that of a bgzipped file: pairs of offsets, of a block in the file
 * and of its text, for all blocks but the first. One that is wrong would silently give other bases.
 */
final class GziCheck {
  private static final int PAIR = 2 * Long.BYTES;

  /** A block, and the text in it, have at most so many bytes (SAM specification, section 4.1). */
  private static final int LARGEST_BLOCK = 1 << 16;

  /** Of a large file some blocks are looked at, spread over it: each costs a read of the disk. */
  private static final int MOST_LOOKED_AT = 4096;

  /** The length of a block's text ends it. */
  private static final int TEXT_LENGTH = 4;

  private GziCheck() {}

  /**
   * @throws InputException naming the index, if it cannot be
   */
  static void check(Path gzi, Path fasta) throws IOException {
    ByteBuffer index = ByteBuffer.wrap(Files.readAllBytes(gzi)).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel file = FileChannel.open(fasta)) {
      long count = index.getLong();
      if (count < 0 || count != index.remaining() / PAIR || index.remaining() % PAIR != 0) {
        throw wrong(gzi, "its length is not that of its entries");
      }
      long step = Math.max(1, count / MOST_LOOKED_AT);
      long block = 0;
      long text = 0;
      for (long i = 0; i < count; i++) {
        long nextBlock = index.getLong();
        long nextText = index.getLong();
        if (!isBlock(nextBlock - block) || !isBlock(nextText - text) || nextBlock > file.size()) {
          throw wrong(gzi, "entry " + (i + 1) + " is no place of a block");
        }
        if (i % step == 0 && textLength(file, nextBlock) != nextText - text) {
          throw wrong(gzi, "entry " + (i + 1) + " is not the place of a block");
        }
        block = nextBlock;
        text = nextText;
      }
    } catch (BufferUnderflowException e) {
      throw wrong(gzi, "it is cut short");
    }
  }

  private static boolean isBlock(long bytes) {
    return bytes >= 0 && bytes <= LARGEST_BLOCK;
  }

  /** Of the block that ends at a place, which is what makes the place the start of the next. */
  private static long textLength(FileChannel file, long end) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(TEXT_LENGTH + 2).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && file.read(bytes, end - TEXT_LENGTH + bytes.position()) >= 0) {
      // It may take several reads.
    }
    boolean magic =
        bytes.position() < bytes.capacity()
            || (bytes.get(TEXT_LENGTH) == 0x1f && (bytes.get(TEXT_LENGTH + 1) & 0xff) == 0x8b);
    return magic && bytes.position() >= TEXT_LENGTH ? bytes.getInt(0) : -1;
  }

  private static InputException wrong(Path gzi, String what) {
    return new InputException(
        gzi + " is no index of bgzip blocks: " + what + "; delete it, or run: bgzip -r");
  }
}
