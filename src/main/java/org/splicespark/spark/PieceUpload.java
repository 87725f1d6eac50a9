package org.splicespark.spark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.BBPartHandle;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.MultipartUploader;
import org.apache.hadoop.fs.PartHandle;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UploadHandle;
import org.apache.hadoop.util.functional.FutureIO;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.error.InputException;

/**
 * Joins parts where a file can be written by many at once (HDFS, S3 and others that have Hadoop's
 * multipart upload): each task sends a piece, some consecutive parts, and the file system makes one
 * file of them, under its final name and all at once. The bytes are those of {@link WholeFile}.
 *
 * @param output the file's name
 * @param pieceBytes length of a piece, at least; the last one may be shorter
 */
record PieceUpload(HadoopFiles files, PartStore<PartResult> parts, String output, long pieceBytes) {
  /** From how many bytes on; a setting of Hadoop's, so that it can be turned off too. */
  static final String FROM = "splicespark.join.pieces.from";

  /** Length of a piece at least; a setting of Hadoop's. */
  static final String PIECE = "splicespark.join.pieces.bytes";

  /** Below this a single stream is done before the tasks are under way, if parts are few. */
  private static final long WORTH_IT = 512L << 20;

  /** Opening as many, one after the other, takes longer than their bytes. */
  private static final int MANY = 256;

  /** S3 wants 5 MB. */
  private static final long SHORTEST_PIECE = 8L << 20;

  /** HDFS makes a block of each, and there are numbers for ten tries of each. */
  private static final int MOST_PIECES = 1000;

  /**
   * @return empty if the file system cannot do it, or it would not be worth it
   */
  static Optional<PieceUpload> of(
      HadoopFiles files, PartStore<PartResult> parts, String output, List<PartResult> results)
      throws IOException {
    long bytes = results.stream().mapToLong(result -> result.summary().bytes()).sum();
    long from = files.setting(FROM, results.size() < MANY ? WORTH_IT : SHORTEST_PIECE);
    boolean able =
        bytes >= from
            && files
                .system(output)
                .hasPathCapability(
                    HadoopFiles.path(output), CommonPathCapabilities.FS_MULTIPART_UPLOADER);
    long piece = Math.max(files.setting(PIECE, SHORTEST_PIECE), bytes / MOST_PIECES + 1);
    return able ? Optional.of(new PieceUpload(files, parts, output, piece)) : Optional.empty();
  }

  /** The file system does not join pieces there; it may well take the file in one stream. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private Refused(Throwable why) {
      // Of HDFS's message the other lines are its own stack trace.
      super(String.valueOf(why.getMessage()).lines().findFirst().orElse(""), why);
    }
  }

  /** Done when all pieces are there, and before the file is. */
  @FunctionalInterface
  interface Before {
    void run() throws IOException;
  }

  /**
   * Writes the file in the place of what stands there. After a failure nothing of it is left.
   *
   * @throws Refused for whatever the file system says, also while tasks write
   * @throws IOException if the file that it made has not the length of its pieces
   */
  void write(JavaSparkContext spark, WholeFile whole, Before before) throws IOException {
    List<Piece> pieces = Piece.all(whole.joiner(), whole.results(), pieceBytes);
    try {
      join(spark, pieces, before);
    } catch (InputException e) {
      throw e;
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      if (e instanceof IOException || e instanceof UnsupportedOperationException) {
        throw new Refused(e);
      }
      if (e.getCause() instanceof IOException inTask) {
        throw new Refused(inTask);
      }
      throw e;
    }
    requireLength(pieces.stream().mapToLong(Piece::bytes).sum());
  }

  private void requireLength(long expected) throws IOException {
    long actual = files.status(output).getLen();
    if (actual != expected) {
      files.delete(output);
      throw new IOException(
          output + ": was joined to " + actual + " bytes and should have " + expected);
    }
  }

  private void join(JavaSparkContext spark, List<Piece> pieces, Before before) throws IOException {
    Path path = HadoopFiles.path(output);
    try (MultipartUploader uploader = sender().uploader()) {
      UploadHandle upload = FutureIO.awaitFuture(uploader.startUpload(path));
      try {
        Map<Integer, PartHandle> sent = sent(spark, pieces, upload);
        before.run();
        FutureIO.awaitFuture(uploader.complete(upload, path, sent));
      } catch (Exception e) {
        // Spark throws checked exceptions that it does not declare.
        abort(uploader, upload, e);
        throw e;
      }
    }
  }

  private void abort(MultipartUploader uploader, UploadHandle upload, Exception failure) {
    try {
      FutureIO.awaitFuture(uploader.abort(upload, HadoopFiles.path(output)));
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private PieceSender sender() {
    return new PieceSender(files, parts, output);
  }

  private Map<Integer, PartHandle> sent(
      JavaSparkContext spark, List<Piece> pieces, UploadHandle upload) {
    byte[] id = upload.toByteArray();
    int count = pieces.size();
    PieceSender sender = sender();
    spark.setJobDescription("join " + output);
    try {
      Map<Integer, PartHandle> sent = new TreeMap<>();
      spark
          .parallelize(pieces, count)
          .map(piece -> sender.send(piece, count, id))
          .collect()
          .forEach(s -> sent.put(s.number(), BBPartHandle.from(ByteBuffer.wrap(s.handle()))));
      return sent;
    } finally {
      spark.setJobDescription(null);
    }
  }
}
