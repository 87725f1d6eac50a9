package org.splicespark.spark;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.MultipartUploaderBuilder;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.impl.FileSystemMultipartUploaderBuilder;

/** The local disk as {@code pieces:/...}, with the multipart upload that HDFS has. */
public final class PiecesFileSystem extends RawLocalFileSystem {
  private static final URI NAME = URI.create("pieces:///");

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

  /** HDFS joins no files that have no bytes. */
  @Override
  public void concat(Path target, Path[] sources) throws IOException {
    for (Path source : sources) {
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
