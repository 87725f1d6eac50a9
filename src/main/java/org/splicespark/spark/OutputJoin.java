package org.splicespark.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.io.vcf.Compression;
import org.splicespark.io.vcf.PartJoiner;

/** Makes the output of the finished parts: under a temporary name first, and renamed when whole. */
final class OutputJoin {
  static final String TEMPORARY = ".tmp";

  /** Whatever a run may leave beside the output. */
  private static final List<String> LEFT =
      Stream.concat(
              Stream.of(TEMPORARY, TEMPORARY + WholeFile.INDEX, ShardFolder.ATTEMPTS),
              Arrays.stream(Aside.values()).map(AsideFile::temporarySuffix))
          .toList();

  private final OutputName output;
  private final HadoopFiles files;
  private final PartStore<PartResult> parts;
  private final byte[] header;
  private final PrintStream messages;

  /**
   * @param messages where it is said how it had to be done
   */
  OutputJoin(
      OutputName output,
      HadoopFiles files,
      PartStore<PartResult> parts,
      byte[] header,
      PrintStream messages) {
    this.output = output;
    this.files = files;
    this.parts = parts;
    this.header = header;
    this.messages = messages;
  }

  /**
   * @param results the parts
   * @param aside get their names together with the output
   * @return why there is no index, where one could be expected
   */
  Optional<String> join(
      List<PartResult> results, AsideFiles aside, JavaSparkContext spark, OutputStream stdout)
      throws IOException {
    PartJoiner joiner = new PartJoiner(header, output.compression());
    WholeFile whole = new WholeFile(files, joiner, parts, results);
    aside.write();
    switch (output.form()) {
      case STDOUT -> write(whole, stdout);
      case PLAIN, BGZF -> file(whole, aside, spark);
      case SHARDS -> shards(results, aside, spark);
    }
    aside.publish();
    return output.compression() == Compression.PLAIN ? Optional.empty() : whole.noIndexBecause();
  }

  private static void write(WholeFile whole, OutputStream stdout) throws IOException {
    whole.writeTo(stdout);
    // A PrintStream keeps its failures to itself; the parts must outlive them.
    if (stdout instanceof PrintStream print && print.checkError()) {
      throw new IOException("standard output could not be written to its end");
    }
  }

  private void shards(List<PartResult> results, AsideFiles aside, JavaSparkContext spark)
      throws IOException {
    new ShardFolder(output, files, parts, header).write(results, spark);
    aside.clearOld();
    files.rename(output.neighbour(TEMPORARY), output.name());
  }

  private void file(WholeFile whole, AsideFiles aside, JavaSparkContext spark) throws IOException {
    String temporary = output.neighbour(TEMPORARY);
    boolean indexed = whole.writeIndex(temporary);
    if (!inPieces(whole, aside, spark)) {
      whole.writeText(temporary);
      clearOld(aside);
      files.rename(temporary, output.name());
    }
    if (indexed) {
      files.rename(temporary + WholeFile.INDEX, output.name() + WholeFile.INDEX);
    }
  }

  /**
   * @return false if it is not there yet
   */
  private boolean inPieces(WholeFile whole, AsideFiles aside, JavaSparkContext spark)
      throws IOException {
    Optional<PieceUpload> upload = PieceUpload.of(files, parts, output.name(), whole.results());
    if (upload.isEmpty()) {
      return false;
    }
    try {
      upload.get().write(spark, whole, () -> clearOld(aside));
      return true;
    } catch (PieceUpload.Refused e) {
      messages.printf(
          "note: %s: could not be joined in pieces (%s); it is written in one stream%n",
          output.name(), e.getMessage());
      return false;
    }
  }

  /** An index of what was there before must not outlive it, nor stand beside the new file. */
  private void clearOld(AsideFiles aside) throws IOException {
    aside.clearOld();
    files.delete(output.name() + WholeFile.INDEX);
  }

  /** Deletes what a run that failed left under temporary names. */
  static void clear(OutputName output, HadoopFiles files) throws IOException {
    if (output.form() == OutputName.Form.STDOUT) {
      return;
    }
    for (String left : LEFT) {
      files.delete(output.neighbour(left));
    }
  }
}
