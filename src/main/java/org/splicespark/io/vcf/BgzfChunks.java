package org.splicespark.io.vcf;

import java.io.IOException;

/** The text of BGZF blocks; empty blocks, which may be anywhere, are passed over. */
final class BgzfChunks implements TextChunks {
  private final BgzfBlocks blocks;
  private int skip;
  private int from;

  BgzfChunks(ByteSource source, long position) throws IOException {
    blocks = new BgzfBlocks(source, VcfSplit.blockAddress(position));
    skip = VcfSplit.offsetInBlock(position);
  }

  @Override
  public boolean next() throws IOException {
    do {
      if (!blocks.read()) {
        return false;
      }
      from = skip;
      skip = 0;
    } while (from >= blocks.textLength());
    return true;
  }

  @Override
  public byte[] bytes() {
    return blocks.text();
  }

  @Override
  public int from() {
    return from;
  }

  @Override
  public int to() {
    return blocks.textLength();
  }

  @Override
  public long position(int index) {
    return VcfSplit.virtualOffset(blocks.address(), index);
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }
}
