package org.splicespark.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages bytes; the same seed does the same damage. */
public final class Mutations {
  private final Random random;
  private final List<byte[]> words;

  /**
   * @param words what stands in such files, or nearly: put in at places and in the place of fields
   */
  public Mutations(long seed, List<String> words) {
    this.random = new Random(seed);
    this.words = words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** One to three damages. */
  public byte[] of(byte[] whole) {
    byte[] damaged = whole;
    for (int changes = random.nextInt(3); changes >= 0; changes--) {
      damaged = one(damaged);
    }
    return damaged;
  }

  private byte[] one(byte[] in) {
    int at = in.length == 0 ? 0 : random.nextInt(in.length);
    int some = Math.min(in.length - at, 1 + random.nextInt(8));
    return switch (random.nextInt(9)) {
      case 0 -> replaced(in, at, Math.min(1, some), bytes(1));
      case 1 -> replaced(in, at, some, new byte[0]);
      case 2 -> replaced(in, at, 0, bytes(1 + random.nextInt(4)));
      case 3 -> replaced(in, at, 0, Arrays.copyOfRange(in, at, at + some));
      case 4 -> replaced(in, at, 0, word());
      case 5 -> random.nextInt(8) == 0 ? Arrays.copyOf(in, at) : in;
      case 6 -> flipped(in, at);
      default -> field(in, at);
    };
  }

  /** The field around a place, another in its place; separators are those of all our formats. */
  private byte[] field(byte[] in, int at) {
    int from = at;
    while (from > 0 && !separates(in[from - 1])) {
      from--;
    }
    int to = at;
    while (to < in.length && !separates(in[to])) {
      to++;
    }
    return replaced(in, from, to - from, word());
  }

  private static boolean separates(byte b) {
    return "\t\n,;=:\" ".indexOf(b) >= 0;
  }

  private byte[] word() {
    return words.get(random.nextInt(words.size()));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] flipped(byte[] in, int at) {
    byte[] out = in.clone();
    if (out.length > 0) {
      out[at] ^= (byte) (1 << random.nextInt(8));
    }
    return out;
  }

  private static byte[] replaced(byte[] in, int at, int count, byte[] by) {
    var out = new ByteArrayOutputStream(in.length + by.length);
    out.write(in, 0, at);
    out.writeBytes(by);
    out.write(in, at + count, in.length - at - count);
    return out.toByteArray();
  }
}
