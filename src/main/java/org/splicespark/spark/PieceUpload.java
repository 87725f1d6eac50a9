package org.splicespark.spark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.BBPartHandle;
import org.apache.hadoop.fs.BBUploadHandle;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.MultipartUploader;
import org.apache.hadoop.fs.PartHandle;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UploadHandle;
import org.apache.hadoop.util.functional.FutureIO;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.io.vcf.PartJoiner;

/**
 * Joins parts where a file can be written by many at once (HDFS, S3 and others that have Hadoop's
 * multipart upload): each task sends a piece, some consecutive parts, and the file system makes one
 * file of them, under its final name and all at once. The bytes are those of {@link PartJoiner}.
 *
 * @param output the file's name
 * @param pieceBytes length of a piece, at least; the last one may be shorter
 */
record PieceUpload(HadoopFiles files, PartStore<PartResult> parts, String output, long pieceBytes)
    implements Serializable {
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

  /** HDFS makes a block of each, S3 has numbers for 10,000 tries. */
  private static final int MOST_PIECES = 1000;

  /** Numbers per piece, so that a task that runs again never meets what it left behind. */
  private static final int ATTEMPTS = 4;

  /** A part's bytes, without what is known of its records. */
  private record Stretch(String file, long bytes) implements Serializable {}

  private record Piece(int number, byte[] head, List<Stretch> stretches, byte[] tail)
      implements Serializable {}

  private record Sent(int number, byte[] handle) implements Serializable {}

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

  /**
   * Writes the file in the place of what stands there. After a failure nothing of it is left.
   *
   * @throws IOException also if a part has not the length that its summary says
   */
  void write(JavaSparkContext spark, PartJoiner joiner, List<PartResult> results)
      throws IOException {
    List<Piece> pieces = pieces(joiner, results);
    Path path = HadoopFiles.path(output);
    try (MultipartUploader uploader = uploader()) {
      UploadHandle upload = FutureIO.awaitFuture(uploader.startUpload(path));
      try {
        FutureIO.awaitFuture(uploader.complete(upload, path, sent(spark, pieces, upload)));
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

  private Map<Integer, PartHandle> sent(
      JavaSparkContext spark, List<Piece> pieces, UploadHandle upload) {
    byte[] id = upload.toByteArray();
    PieceUpload self = this;
    spark.setJobDescription("join " + output);
    try {
      Map<Integer, PartHandle> sent = new TreeMap<>();
      spark
          .parallelize(pieces, pieces.size())
          .map(piece -> self.send(piece, id))
          .collect()
          .forEach(s -> sent.put(s.number(), BBPartHandle.from(ByteBuffer.wrap(s.handle()))));
      return sent;
    } finally {
      spark.setJobDescription(null);
    }
  }

  private Sent send(Piece piece, byte[] id) throws IOException {
    int number = piece.number() * ATTEMPTS + TaskContext.get().attemptNumber() % ATTEMPTS + 1;
    List<JoinedInput.Source> sources = new ArrayList<>();
    sources.add(inMemory(piece.head()));
    piece
        .stretches()
        .forEach(s -> sources.add(new JoinedInput.Source(s.bytes(), () -> parts.open(s.file()))));
    sources.add(inMemory(piece.tail()));
    long bytes = sources.stream().mapToLong(JoinedInput.Source::bytes).sum();
    try (MultipartUploader uploader = uploader();
        JoinedInput in = new JoinedInput(sources)) {
      UploadHandle upload = BBUploadHandle.from(ByteBuffer.wrap(id));
      Path path = HadoopFiles.path(output);
      PartHandle handle = FutureIO.awaitFuture(uploader.putPart(upload, number, path, in, bytes));
      return new Sent(number, handle.toByteArray());
    }
  }

  private static JoinedInput.Source inMemory(byte[] bytes) {
    return new JoinedInput.Source(bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  private MultipartUploader uploader() throws IOException {
    Path path = files.system(output).makeQualified(HadoopFiles.path(output));
    return files.system(output).createMultipartUploader(path.getParent()).build();
  }

  private List<Piece> pieces(PartJoiner joiner, List<PartResult> results) throws IOException {
    List<List<Stretch>> runs = new ArrayList<>();
    List<Stretch> run = new ArrayList<>();
    long bytes = 0;
    for (PartResult result : results) {
      run.add(new Stretch(result.file(), result.summary().bytes()));
      bytes += result.summary().bytes();
      if (bytes >= pieceBytes) {
        runs.add(run);
        run = new ArrayList<>();
        bytes = 0;
      }
    }
    // The last piece is there even if it is only the end block.
    runs.add(run);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      byte[] head = i == 0 ? joiner.head() : new byte[0];
      byte[] tail = i == runs.size() - 1 ? joiner.tail() : new byte[0];
      pieces.add(new Piece(i, head, runs.get(i), tail));
    }
    return pieces;
  }
}
