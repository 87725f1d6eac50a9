package org.splicespark.spark;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.splicespark.io.vcf.ByteInput;
import org.splicespark.io.vcf.ByteSource;

/** A file on any file system that Hadoop reaches, as the readers of {@code io} want it. */
record HadoopSource(String name, HadoopFiles files) implements ByteSource {

  @Override
  public long length() throws IOException {
    return files.status(name).getLen();
  }

  @Override
  public ByteInput open() throws IOException {
    return new HadoopInput(files.system(name).open(HadoopFiles.path(name)));
  }

  private static final class HadoopInput extends ByteInput {
    private final FSDataInputStream in;

    HadoopInput(FSDataInputStream in) {
      this.in = in;
    }

    @Override
    public void seek(long position) throws IOException {
      in.seek(position);
    }

    @Override
    public long position() throws IOException {
      return in.getPos();
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return in.read(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
