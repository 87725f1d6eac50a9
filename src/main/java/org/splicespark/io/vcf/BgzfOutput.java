package org.splicespark.io.vcf;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import htsjdk.samtools.util.zip.DeflaterFactory;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** BGZF as we write it: the same level everywhere, whatever the JVM's settings for htsjdk are. */
public final class BgzfOutput {

  /** What zlib, gzip and bgzip take where nobody chooses. */
  private static final int LEVEL = 6;

  private BgzfOutput() {}

  /** For a complete file: closing the stream writes the end block and closes the one below. */
  public static OutputStream file(OutputStream out) {
    return on(out);
  }

  public static BlockCompressedOutputStream on(OutputStream out) {
    // htsjdk writes the fields of a block's header one by one.
    var buffered = new BufferedOutputStream(out, BgzfBlocks.MAX_TEXT);
    return new BlockCompressedOutputStream(buffered, (Path) null, LEVEL, new DeflaterFactory());
  }

  /** The text as BGZF blocks, with or without the empty block that ends a file. */
  public static byte[] compressed(byte[] text, boolean endBlock) throws IOException {
    var out = new ByteArrayOutputStream();
    BlockCompressedOutputStream blocks = on(out);
    blocks.write(text);
    blocks.close(endBlock);
    return out.toByteArray();
  }
}
