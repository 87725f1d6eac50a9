package org.splicespark.spark;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.MultipartUploaderBuilder;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.impl.FileSystemMultipartUploaderBuilder;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.splicespark.testing.SharedSpark;

/** The local disk as {@code pieces:/...}, with the multipart upload that HDFS has. */
public final class PiecesFileSystem extends RawLocalFileSystem {
  private static final URI NAME = URI.create("pieces:///");

  private static volatile Trouble trouble = (doing, path) -> {};

  /** Breaks what is done there. */
  interface Trouble {
    /**
     * @param doing create, mkdirs, delete or concat (of each source)
     */
    void at(String doing, Path path) throws IOException;
  }

  /** What a test does. */
  interface Action {
    void run() throws IOException;
  }

  /** Does something while it is known to the tests' session and makes trouble. */
  static void during(Trouble made, Action action) throws IOException {
    Configuration shared = SharedSpark.context().hadoopConfiguration();
    shared.set("fs.pieces.impl", PiecesFileSystem.class.getName());
    trouble = made;
    try {
      action.run();
    } finally {
      trouble = (doing, path) -> {};
      shared.unset("fs.pieces.impl");
    }
  }

  static Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.set("fs.pieces.impl", PiecesFileSystem.class.getName());
    return configuration;
  }

  @Override
  public URI getUri() {
    return NAME;
  }

  @Override
  public void initialize(URI name, Configuration conf) throws IOException {
    super.initialize(NAME, conf);
  }

  @Override
  public boolean hasPathCapability(Path path, String capability) throws IOException {
    return capability.equals(CommonPathCapabilities.FS_MULTIPART_UPLOADER)
        || super.hasPathCapability(path, capability);
  }

  @Override
  public FSDataOutputStream create(
      Path path, boolean overwrite, int buffer, short copies, long block, Progressable progress)
      throws IOException {
    trouble.at("create", path);
    return super.create(path, overwrite, buffer, copies, block, progress);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short copies,
      long block,
      Progressable progress)
      throws IOException {
    trouble.at("create", path);
    return super.create(path, permission, overwrite, buffer, copies, block, progress);
  }

  @Override
  public boolean mkdirs(Path path) throws IOException {
    trouble.at("mkdirs", path);
    return super.mkdirs(path);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    trouble.at("delete", path);
    return super.delete(path, recursive);
  }

  /** HDFS joins no files that have no bytes. */
  @Override
  public void concat(Path target, Path[] sources) throws IOException {
    for (Path source : sources) {
      trouble.at("concat", source);
      if (getFileStatus(source).getLen() == 0) {
        throw new IOException("concat: source file " + source + " is invalid or empty");
      }
    }
    super.concat(target, sources);
  }

  @Override
  public MultipartUploaderBuilder createMultipartUploader(Path base) {
    return new FileSystemMultipartUploaderBuilder(this, base);
  }
}
