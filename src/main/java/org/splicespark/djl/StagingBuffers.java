package org.splicespark.djl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Direct buffers through which batches reach the native side, used again and again: the memory of a
 * direct buffer is freed by the garbage collector alone, which sees only its few bytes on the heap
 * and so has no hurry.
 */
final class StagingBuffers {
  private final int bytes;
  private final ConcurrentLinkedQueue<ByteBuffer> idle = new ConcurrentLinkedQueue<>();

  /**
   * @param bytes size of the buffers that are kept
   */
  StagingBuffers(int bytes) {
    this.bytes = bytes;
  }

  /**
   * A buffer that holds these values; no one else has it until it is given back. The array made on
   * it shares its memory, so it must be closed first.
   */
  ByteBuffer filled(float[] values, int from, int count) {
    ByteBuffer buffer = count * Float.BYTES > bytes ? null : idle.poll();
    if (buffer == null) {
      int size = Math.max(bytes, Math.multiplyExact(count, Float.BYTES));
      buffer = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }
    buffer.clear().limit(count * Float.BYTES);
    buffer.asFloatBuffer().put(values, from, count);
    return buffer;
  }

  void giveBack(ByteBuffer buffer) {
    if (buffer.capacity() == bytes) {
      idle.add(buffer);
    }
  }
}
