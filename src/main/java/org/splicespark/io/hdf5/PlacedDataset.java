package org.splicespark.io.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A dataset with its place in the file.
 *
 * @param header address of its object header, in bytes from the file's beginning
 * @param address of its raw data, likewise
 */
record PlacedDataset(PlannedDataset dataset, long header, long address) {
  private static final int PREFIX = 16;
  private static final int MESSAGE_PREFIX = 8;
  private static final int MESSAGES = 4;
  private static final int DATASPACE = 0x1;
  private static final int DATATYPE = 0x3;
  private static final int FILL_VALUE = 0x5;
  private static final int DATA_LAYOUT = 0x8;
  private static final int LAYOUT_SIZE = 24;
  private static final byte CONSTANT = 1;

  /** What the format has for the address of something that is not there. */
  static final long NOWHERE = -1;

  /** Bytes of the object header of such a dataset. */
  static int headerSize(PlannedDataset dataset) {
    return PREFIX
        + MESSAGES * MESSAGE_PREFIX
        + dataspaceSize(dataset)
        + dataset.datatype().length
        + dataset.fillValue().length
        + LAYOUT_SIZE;
  }

  private static int dataspaceSize(PlannedDataset dataset) {
    return Long.BYTES + 2 * Long.BYTES * dataset.shape().length;
  }

  /** Its object header, version 1 (specification IV.A.1.a). */
  byte[] headerBytes() {
    int size = headerSize(dataset);
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 1).put((byte) 0).putShort((short) MESSAGES);
    out.putInt(1).putInt(size - PREFIX).putInt(0);
    message(out, DATASPACE, (byte) 0, dataspace());
    message(out, DATATYPE, CONSTANT, dataset.datatype());
    message(out, FILL_VALUE, CONSTANT, dataset.fillValue());
    message(out, DATA_LAYOUT, (byte) 0, storage());
    return out.array();
  }

  private static void message(ByteBuffer out, int type, byte flags, byte[] body) {
    out.putShort((short) type).putShort((short) body.length).put(flags);
    out.put(new byte[3]).put(body);
  }

  /** Version 1, with the shape as the greatest shape too. */
  private byte[] dataspace() {
    long[] shape = dataset.shape();
    ByteBuffer out = ByteBuffer.allocate(dataspaceSize(dataset)).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 1).put((byte) shape.length).put((byte) 1).put(new byte[5]);
    for (int times = 0; times < 2; times++) {
      for (long elements : shape) {
        out.putLong(elements);
      }
    }
    return out.array();
  }

  /** Version 3, contiguous; the library has no address for what is empty. */
  private byte[] storage() {
    long size = dataset.rawSize();
    ByteBuffer out = ByteBuffer.allocate(LAYOUT_SIZE).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 3).put((byte) 1).putLong(size == 0 ? NOWHERE : address).putLong(size);
    return out.array();
  }
}
