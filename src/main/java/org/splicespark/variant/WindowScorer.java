package org.splicespark.variant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.splicespark.genome.Genome;
import org.splicespark.model.Batch;
import org.splicespark.model.Channels;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SpliceModel;

/**
 * Scores whole windows, reference and alternate, as the published scorers do; windows of one length
 * go through the network together, and a reference window that several alleles share goes once.
 * Slow, simple, and right: the oracle.
 */
public final class WindowScorer implements AlleleScorer {
  private final SpliceModel model;
  private final GeneWindow windows;
  private final int batchSize;

  /**
   * @param batchSize windows in one call of the model
   */
  public WindowScorer(SpliceModel model, Genome genome, int batchSize) {
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch size must be at least 1, not " + batchSize);
    }
    this.model = model;
    this.windows = new GeneWindow(genome, model.flank());
    this.batchSize = batchSize;
  }

  /** Where a window's answer is: row {@code n} of a batch's probabilities. */
  private static final class Row {
    private Probabilities probabilities;
    private int n;
  }

  private record Window(byte[] bases, Row row) {}

  /** Alleles at one place of one gene share the reference. */
  private record ReferenceKey(TargetGene gene, int start, int distance, int outputs) {

    static ReferenceKey of(Query query) {
      return new ReferenceKey(
          query.gene(), query.allele().start(), query.distance(), query.referenceOutputs());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ReferenceKey key
          && key.gene == gene
          && key.start == start
          && key.distance == distance
          && key.outputs == outputs;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(gene) * 31 + start;
    }
  }

  @Override
  public int flank() {
    return model.flank();
  }

  @Override
  public Channels channels() {
    return model.channels();
  }

  @Override
  public Supplier<List<Tracks>> prepare(List<Query> queries) {
    Map<ReferenceKey, Row> references = new LinkedHashMap<>();
    Map<Integer, List<Window>> byLength = new LinkedHashMap<>();
    List<Row> alternates = new ArrayList<>();
    for (Query query : queries) {
      references.computeIfAbsent(
          ReferenceKey.of(query), k -> queued(byLength, windows.reference(query)));
      alternates.add(queued(byLength, windows.alternate(query)));
    }
    return () -> {
      byLength.values().forEach(this::run);
      return tracks(queries, references, alternates);
    };
  }

  private static List<Tracks> tracks(
      List<Query> queries, Map<ReferenceKey, Row> references, List<Row> alternates) {
    List<Tracks> tracks = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      Query query = queries.get(i);
      Row reference = references.get(ReferenceKey.of(query));
      Row alternate = alternates.get(i);
      tracks.add(
          Tracks.of(
              query,
              reference.probabilities,
              reference.n,
              0,
              alternate.probabilities,
              alternate.n));
    }
    return tracks;
  }

  private static Row queued(Map<Integer, List<Window>> byLength, byte[] bases) {
    Row row = new Row();
    byLength.computeIfAbsent(bases.length, l -> new ArrayList<>()).add(new Window(bases, row));
    return row;
  }

  private void run(List<Window> all) {
    for (int from = 0; from < all.size(); from += batchSize) {
      List<Window> some = all.subList(from, Math.min(all.size(), from + batchSize));
      Probabilities answer = model.score(Batch.of(some.stream().map(Window::bases).toList()));
      for (int n = 0; n < some.size(); n++) {
        some.get(n).row().probabilities = answer;
        some.get(n).row().n = n;
      }
    }
  }
}
