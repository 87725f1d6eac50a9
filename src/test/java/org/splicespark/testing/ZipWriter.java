package org.splicespark.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/** Zips as PyTorch makes them: entries stored, their sizes behind them and in the directory. */
final class ZipWriter {
  private static final int SIZES_FOLLOW = 0x0808;

  private final boolean zip64;
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int count;

  private ZipWriter(boolean zip64) {
    this.zip64 = zip64;
  }

  static byte[] zip(Map<String, byte[]> entries, boolean zip64) {
    ZipWriter writer = new ZipWriter(zip64);
    entries.forEach(writer::add);
    return writer.finished();
  }

  private static ByteBuffer record(int bytes, int signature) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(signature);
  }

  private void add(String name, byte[] content) {
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    CRC32 crc = new CRC32();
    crc.update(content);
    int header = file.size();
    ByteBuffer local = record(30 + nameBytes.length, 0x04034b50);
    local.putShort(6, (short) SIZES_FOLLOW).putShort(26, (short) nameBytes.length);
    local.put(30, nameBytes);
    file.writeBytes(local.array());
    file.writeBytes(content);
    ByteBuffer sizes = record(16, 0x08074b50).putInt((int) crc.getValue());
    file.writeBytes(sizes.putInt(content.length).putInt(content.length).array());
    addToDirectory(nameBytes, (int) crc.getValue(), content.length, header);
    count++;
  }

  private void addToDirectory(byte[] name, int crc, int size, int header) {
    ByteBuffer extra = ByteBuffer.allocate(zip64 ? 28 : 0).order(ByteOrder.LITTLE_ENDIAN);
    if (zip64) {
      extra.putShort((short) 1).putShort((short) 24).putLong(size).putLong(size).putLong(header);
    }
    ByteBuffer entry = record(46 + name.length + extra.capacity(), 0x02014b50);
    entry.putShort(8, (short) SIZES_FOLLOW).putInt(16, crc);
    entry.putInt(20, zip64 ? -1 : size).putInt(24, zip64 ? -1 : size);
    entry.putShort(28, (short) name.length).putShort(30, (short) extra.capacity());
    entry.putInt(42, zip64 ? -1 : header).put(46, name).put(46 + name.length, extra.array());
    directory.writeBytes(entry.array());
  }

  private byte[] finished() {
    int start = file.size();
    file.writeBytes(directory.toByteArray());
    if (zip64) {
      int end = file.size();
      ByteBuffer end64 = record(56, 0x06064b50).putLong(44);
      end64.putLong(32, count).putLong(40, directory.size()).putLong(48, start);
      file.writeBytes(end64.array());
      file.writeBytes(record(20, 0x07064b50).putLong(8, end).putInt(16, 1).array());
    }
    ByteBuffer end = record(22, 0x06054b50);
    end.putShort(8, (short) count).putShort(10, (short) count);
    end.putInt(12, directory.size()).putInt(16, zip64 ? -1 : start);
    file.writeBytes(end.array());
    return file.toByteArray();
  }
}
