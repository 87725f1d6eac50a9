package org.splicespark.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import org.apache.hadoop.fs.BBUploadHandle;
import org.apache.hadoop.fs.MultipartUploader;
import org.apache.hadoop.fs.PartHandle;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UploadHandle;
import org.apache.hadoop.util.functional.FutureIO;
import org.apache.spark.TaskContext;

/** The tasks' side of a {@link PieceUpload}. */
record PieceSender(HadoopFiles files, PartStore<PartResult> parts, String output)
    implements Serializable {
  /** S3 has as many numbers for all that is sent of a file. */
  private static final int NUMBERS = 10_000;

  /** A piece that is there. */
  record Sent(int number, byte[] handle) implements Serializable {}

  /**
   * Sends a piece, in a task.
   *
   * @param pieces how many there are
   * @param upload what the driver began, as bytes
   */
  Sent send(Piece piece, int pieces, byte[] upload) throws IOException {
    int number = number(piece.number(), pieces, TaskContext.get().attemptNumber());
    try (MultipartUploader uploader = uploader();
        JoinedInput in = piece.open(parts)) {
      UploadHandle begun = BBUploadHandle.from(ByteBuffer.wrap(upload));
      Path path = HadoopFiles.path(output);
      PartHandle handle =
          FutureIO.awaitFuture(uploader.putPart(begun, number, path, in, piece.bytes()));
      return new Sent(number, handle.toByteArray());
    }
  }

  /**
   * The number that a try of a piece is sent under: in the order of the pieces, and no other try
   * has it, so that a task that runs again never meets what it left behind.
   *
   * @param attempt from 0 on
   * @throws IOException if it was tried more often than there are numbers
   */
  static int number(int piece, int pieces, int attempt) throws IOException {
    int each = NUMBERS / pieces;
    if (attempt >= each) {
      throw new IOException(
          "one of " + pieces + " pieces was tried " + each + " times; there is no number for more");
    }
    return piece * each + attempt + 1;
  }

  MultipartUploader uploader() throws IOException {
    Path path = files.system(output).makeQualified(HadoopFiles.path(output));
    return files.system(output).createMultipartUploader(path.getParent()).build();
  }
}
