package org.splicespark.djl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The zip that {@code torch.save} writes since PyTorch 1.6, in memory. Its entries are stored, not
 * deflated, with their sizes behind them, which {@link java.util.zip.ZipInputStream} refuses to
 * read; so the central directory is walked here. Layout: PKWARE's APPNOTE 6.3.10, with ZIP64.
 */
final class TorchArchive {
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int END_BYTES = 22;
  private static final int LOCATOR_64_BYTES = 20;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final long IN_EXTRA = 0xffffffffL;
  private static final String PICKLE = "/data.pkl";

  private record Entry(int method, long crc, long stored, long size, long header) {}

  private final ByteBuffer zip;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, ByteBuffer> checked = new HashMap<>();
  private final String folder;

  /**
   * @throws MalformedCheckpoint if this is no such archive, or only the start of one
   */
  TorchArchive(byte[] content) {
    zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    refuseWhatIsNoZip();
    try {
      readDirectory(end());
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new MalformedCheckpoint("its zip directory is damaged; fetch the file again");
    }
    folder = folder();
  }

  private void refuseWhatIsNoZip() {
    if (zip.limit() >= 2 && (zip.get(0) & 0xff) == 0x80 && zip.get(1) <= 5) {
      throw new MalformedCheckpoint(
          "is in the format before PyTorch 1.6; load it and save it again with a later PyTorch");
    }
    if (zip.limit() < 4 || zip.getInt(0) != LOCAL) {
      throw new MalformedCheckpoint("is not a PyTorch checkpoint");
    }
  }

  /** Where the end-of-directory record begins. */
  private int end() {
    int earliest = Math.max(0, zip.limit() - END_BYTES - LONGEST_COMMENT);
    for (int at = zip.limit() - END_BYTES; at >= earliest; at--) {
      if (zip.getInt(at) == END) {
        return at;
      }
    }
    throw new MalformedCheckpoint("is truncated (the zip has no end); fetch the file again");
  }

  private void readDirectory(int end) {
    long count = zip.getShort(end + 10) & 0xffff;
    long start = zip.getInt(end + 16) & IN_EXTRA;
    int locator = end - LOCATOR_64_BYTES;
    if (locator >= 0 && zip.getInt(locator) == LOCATOR_64) {
      int end64 = at(zip.getLong(locator + 8));
      if (zip.getInt(end64) != END_64) {
        throw new IllegalArgumentException("no ZIP64 record where the locator points");
      }
      count = zip.getLong(end64 + 32);
      start = zip.getLong(end64 + 48);
    }
    int at = at(start);
    for (long i = 0; i < count; i++) {
      at = readEntry(at);
    }
  }

  /** Reads one directory entry and returns where the next begins. */
  private int readEntry(int at) {
    if (zip.getInt(at) != CENTRAL) {
      throw new IllegalArgumentException("no entry at " + at);
    }
    int nameLength = zip.getShort(at + 28) & 0xffff;
    int extra = at + 46 + nameLength;
    int extraEnd = extra + (zip.getShort(at + 30) & 0xffff);
    long[] sizes = {
      zip.getInt(at + 24) & IN_EXTRA, zip.getInt(at + 20) & IN_EXTRA, zip.getInt(at + 42) & IN_EXTRA
    };
    widen(sizes, extra, extraEnd);
    String name = new String(zip.array(), at + 46, nameLength, StandardCharsets.UTF_8);
    int method = zip.getShort(at + 10);
    long crc = zip.getInt(at + 16) & IN_EXTRA;
    entries.put(name, new Entry(method, crc, sizes[1], sizes[0], sizes[2]));
    return extraEnd + (zip.getShort(at + 32) & 0xffff);
  }

  /** Takes what did not fit in 32 bits from the ZIP64 extra field, in its fixed order. */
  private void widen(long[] sizes, int extra, int extraEnd) {
    for (int at = extra; at + 4 <= extraEnd; at += 4 + (zip.getShort(at + 2) & 0xffff)) {
      if (zip.getShort(at) != 1) {
        continue;
      }
      int next = at + 4;
      for (int i = 0; i < sizes.length; i++) {
        if (sizes[i] == IN_EXTRA) {
          sizes[i] = zip.getLong(next);
          next += 8;
        }
      }
    }
  }

  private String folder() {
    for (String name : entries.keySet()) {
      if (name.endsWith(PICKLE) && name.indexOf('/') == name.length() - PICKLE.length()) {
        return name.substring(0, name.length() - PICKLE.length() + 1);
      }
    }
    throw new MalformedCheckpoint("is a zip, but not a PyTorch checkpoint (it has no data.pkl)");
  }

  /** True if the archive's own folder holds the entry. */
  boolean has(String name) {
    return entries.containsKey(folder + name);
  }

  /**
   * The bytes of an entry in the archive's own folder, as a view, once its checksum was verified.
   *
   * @throws MalformedCheckpoint if there is none, or its bytes are not those that were written
   */
  ByteBuffer entry(String name) {
    return checked.computeIfAbsent(name, this::verified);
  }

  private ByteBuffer verified(String name) {
    Entry entry = entries.get(folder + name);
    String shown = MalformedCheckpoint.shown(name);
    if (entry == null) {
      throw new MalformedCheckpoint("is incomplete: it has no entry " + shown);
    }
    if (entry.method() != 0 || entry.stored() != entry.size()) {
      throw new MalformedCheckpoint("is compressed (entry " + shown + "): PyTorch writes no such");
    }
    ByteBuffer bytes = slice(entry, shown);
    CRC32 crc = new CRC32();
    crc.update(bytes.duplicate());
    if (crc.getValue() != entry.crc()) {
      throw new MalformedCheckpoint(
          "is damaged (checksum of entry " + shown + "); fetch the file again");
    }
    return bytes;
  }

  private ByteBuffer slice(Entry entry, String shown) {
    try {
      int header = at(entry.header());
      if (zip.getInt(header) != LOCAL) {
        throw new IllegalArgumentException("no local header at " + header);
      }
      int name = zip.getShort(header + 26) & 0xffff;
      int extra = zip.getShort(header + 28) & 0xffff;
      return zip.slice(header + 30 + name + extra, at(entry.size()));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new MalformedCheckpoint("is damaged (place of entry " + shown + ")");
    }
  }

  /** An offset or a length, if it can be one in this file. */
  private int at(long offset) {
    if (offset < 0 || offset > zip.limit()) {
      throw new IllegalArgumentException(offset + " is outside the file");
    }
    return (int) offset;
  }
}
