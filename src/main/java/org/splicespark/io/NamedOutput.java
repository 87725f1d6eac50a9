package org.splicespark.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.splicespark.error.OutputException;

/** Says which file it is that cannot be written: the file system's own exceptions do not. */
public final class NamedOutput extends FilterOutputStream {
  private final String name;

  public NamedOutput(String name, OutputStream out) {
    super(out);
    this.name = name;
  }

  private interface Action {
    void run() throws IOException;
  }

  private void named(Action action) throws IOException {
    try {
      action.run();
    } catch (OutputException e) {
      throw e;
    } catch (IOException e) {
      throw new OutputException(name, e);
    } catch (Error e) {
      // Hadoop's local file system makes a disk that is full an Error.
      if (e.getCause() instanceof IOException cause) {
        throw new OutputException(name, cause);
      }
      throw e;
    }
  }

  @Override
  public void write(int b) throws IOException {
    named(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    named(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    named(out::flush);
  }

  @Override
  public void close() throws IOException {
    named(out::close);
  }
}
