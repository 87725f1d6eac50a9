package org.splicespark.io.vcf;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Objects;
import org.splicespark.error.InputException;

/**
 * A file of the local file system.
 *
 * @param path the path as the user wrote it; it is also the name in error messages
 */
public record FileSource(String path) implements ByteSource {

  public FileSource {
    Objects.requireNonNull(path, "path");
  }

  @Override
  public String name() {
    return path;
  }

  @Override
  public long length() {
    return new File(path).length();
  }

  /**
   * @throws InputException if there is no such file
   */
  @Override
  public ByteInput open() throws IOException {
    if (!new File(path).isFile()) {
      throw new InputException(path + ": no such file");
    }
    return new LocalInput(new RandomAccessFile(path, "r"));
  }

  private static final class LocalInput extends ByteInput {
    private final RandomAccessFile file;

    LocalInput(RandomAccessFile file) {
      this.file = file;
    }

    @Override
    public void seek(long position) throws IOException {
      file.seek(position);
    }

    @Override
    public long position() throws IOException {
      return file.getFilePointer();
    }

    @Override
    public int read() throws IOException {
      return file.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return file.read(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
