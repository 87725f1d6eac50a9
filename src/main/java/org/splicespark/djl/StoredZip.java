package org.splicespark.djl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The zip of a PyTorch file: entries stored, the bytes of each at a multiple of 64 as {@code
 * torch.save} lays them, no times. So the same entries give the same bytes. Layout: PKWARE's
 * APPNOTE 6.3.10; below 4 GB.
 */
final class StoredZip {
  private static final int ALIGNMENT = 64;
  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL_BYTES = 46;
  private static final int END_BYTES = 22;
  private static final int EXTRA_HEADER = 4;
  private static final short PADDING = 'F' | 'B' << 8;
  private static final short UTF_8 = 0x0800;

  private final OutputStream out;
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private long written;
  private int entries;

  StoredZip(OutputStream out) {
    this.out = out;
  }

  void add(String name, byte[] content) throws IOException {
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer fields = fields(content);
    long header = written;
    int extra = extra(header + LOCAL_BYTES + nameBytes.length);
    write(littleEndian(4).putInt(0x04034b50).array());
    write(fields.array());
    write(littleEndian(4).putShort((short) nameBytes.length).putShort((short) extra).array());
    write(nameBytes);
    ByteBuffer padding = littleEndian(extra).putShort(PADDING);
    write(padding.putShort((short) (extra - EXTRA_HEADER)).array());
    write(content);
    list(nameBytes, fields, header);
  }

  /** Bytes of the extra field that bring what follows to the next multiple of 64. */
  private static int extra(long start) {
    int least = (int) ((start + EXTRA_HEADER) % ALIGNMENT);
    return EXTRA_HEADER + (ALIGNMENT - least) % ALIGNMENT;
  }

  /** What local header and directory say alike: version, flags, method, time, checksum, sizes. */
  private static ByteBuffer fields(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    ByteBuffer fields = littleEndian(22).putShort((short) 0).putShort(UTF_8).putShort((short) 0);
    return fields
        .putInt(0)
        .putInt((int) crc.getValue())
        .putInt(content.length)
        .putInt(content.length);
  }

  private void list(byte[] name, ByteBuffer fields, long header) {
    ByteBuffer entry = littleEndian(CENTRAL_BYTES + name.length).putInt(0x02014b50);
    entry.putShort((short) 0).put(fields.array()).putShort((short) name.length);
    entry.putInt(42, Math.toIntExact(header)).put(CENTRAL_BYTES, name);
    directory.writeBytes(entry.array());
    entries++;
  }

  /** Writes the directory; the stream stays open. */
  void finish() throws IOException {
    ByteBuffer end = littleEndian(END_BYTES).putInt(0x06054b50);
    end.putShort(8, (short) entries).putShort(10, (short) entries);
    end.putInt(12, directory.size()).putInt(16, Math.toIntExact(written));
    write(directory.toByteArray());
    write(end.array());
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }
}
