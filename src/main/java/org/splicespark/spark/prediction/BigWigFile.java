package org.splicespark.spark.prediction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.splicespark.io.bigwig.BigWigJoiner;
import org.splicespark.io.bigwig.BigWigPart;
import org.splicespark.io.bigwig.BigWigSummary;
import org.splicespark.io.bigwig.Scratch;
import org.splicespark.predict.Track;
import org.splicespark.spark.PartStore;

/**
 * A track as bigWig.
 *
 * @param contigs lengths, in the order of the output
 */
record BigWigFile(String name, Track track, LinkedHashMap<String, Integer> contigs)
    implements PredictionFile {

  @Override
  public PartSink open(PartStore<?> store, String part) throws IOException {
    return new BigWigSink(this, store, part + name);
  }

  /** Beside a part's blocks. */
  static String notes(String blocks) {
    return blocks + ".notes";
  }

  @Override
  public PredictReport.Written join(PartStore<?> store, List<PartContent> parts)
      throws IOException {
    List<BigWigPart> pieces = parts.stream().map(part -> piece(store, part)).toList();
    try (OutputStream out = store.create(name)) {
      new BigWigJoiner(contigs, scratch(store)).writeTo(out, name, pieces);
    }
    long values = pieces.stream().mapToLong(piece -> piece.summary().values()).sum();
    return new PredictReport.Written(name, values, false);
  }

  private BigWigPart piece(PartStore<?> store, PartContent part) {
    String blocks =
        part.files().keySet().stream()
            .filter(file -> file.endsWith(name))
            .findFirst()
            .orElseThrow();
    return new BigWigPart(
        store.file(blocks),
        (BigWigSummary) part.summary(),
        () -> store.open(blocks),
        () -> store.open(notes(blocks)));
  }

  private static Scratch scratch(PartStore<?> store) {
    return new Scratch() {
      @Override
      public OutputStream create(String file) throws IOException {
        return store.create(file);
      }

      @Override
      public InputStream open(String file) throws IOException {
        return store.open(file);
      }
    };
  }

  /** Numbers of the contigs by their names. */
  Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    contigs.keySet().forEach(contig -> numbers.put(contig, numbers.size()));
    return numbers;
  }
}
