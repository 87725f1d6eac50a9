package org.splicespark.variant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Strand;
import org.splicespark.model.Channels;
import org.splicespark.model.EditModel;
import org.splicespark.model.Tile;
import org.splicespark.model.Tile.Edit;
import org.splicespark.model.TileAnswer;

/**
 * Scores alleles tile by tile: the reference of a tile once, each alternate only where it differs.
 * What gains nothing goes to the scorer of whole windows: very long alleles, and tiles with few.
 */
public final class IncrementalScorer implements AlleleScorer {
  /** Bases of REF or ALT above which a whole window is the cheaper way. */
  private static final int LONGEST = 1000;

  private final EditModel model;
  private final AlleleScorer whole;
  private final GeneWindow windows;
  private final TilePlanner planner;
  private final int fewest;

  /**
   * @param whole what scores whole windows, for what does not gain from tiles
   * @param largestTile outputs of a tile; what bounds the memory for reference activations
   * @param fewest alleles that a tile is worth its while for
   */
  public IncrementalScorer(
      EditModel model, AlleleScorer whole, Genome genome, int largestTile, int fewest) {
    this.model = model;
    this.whole = whole;
    this.windows = new GeneWindow(genome, whole.flank());
    this.planner = new TilePlanner(whole.flank(), largestTile);
    this.fewest = fewest;
  }

  @Override
  public int flank() {
    return whole.flank();
  }

  @Override
  public Channels channels() {
    return whole.channels();
  }

  /** A tile with its bases and edits read. */
  private record Ready(TilePlanner.Planned planned, Tile tile) {}

  @Override
  public Supplier<List<Tracks>> prepare(List<Query> queries) {
    List<Integer> shortOnes = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      (isLong(queries.get(i)) ? others : shortOnes).add(i);
    }
    List<Query> planned = shortOnes.stream().map(queries::get).toList();
    List<Ready> tiles = new ArrayList<>();
    for (TilePlanner.Planned tile : planner.plan(planned)) {
      if (tile.queries().size() < fewest) {
        tile.queries().forEach(q -> others.add(shortOnes.get(q)));
      } else {
        tiles.add(ready(tile, planned));
      }
    }
    Supplier<List<Tracks>> ofOthers = whole.prepare(others.stream().map(queries::get).toList());
    return () -> {
      Tracks[] tracks = new Tracks[queries.size()];
      tiles.forEach(tile -> score(tile, planned, shortOnes, tracks));
      Iterator<Integer> places = others.iterator();
      ofOthers.get().forEach(track -> tracks[places.next()] = track);
      return Arrays.asList(tracks);
    };
  }

  private static boolean isLong(Query query) {
    return Math.max(query.allele().refLength(), query.allele().altLength()) > LONGEST;
  }

  private Ready ready(TilePlanner.Planned tile, List<Query> queries) {
    List<Edit> edits = tile.queries().stream().map(q -> edit(tile, queries.get(q))).toList();
    byte[] bases = windows.stretch(tile.gene(), tile.start(), tile.end());
    return new Ready(tile, new Tile(bases, tile.end() - tile.start(), edits));
  }

  private void score(Ready ready, List<Query> queries, List<Integer> places, Tracks[] tracks) {
    TileAnswer answer = model.score(ready.tile());
    List<Integer> members = ready.planned().queries();
    for (int i = 0; i < members.size(); i++) {
      Query query = queries.get(members.get(i));
      int from = query.firstOutput() - ready.planned().start();
      tracks[places.get(members.get(i))] =
          Tracks.of(query, answer.reference(), 0, from, answer.alternates().get(i), 0);
    }
  }

  /**
   * The query's replacement in the tile's own terms: on the gene's strand, counted from the first
   * output.
   */
  private Edit edit(TilePlanner.Planned tile, Query query) {
    SharedEdit shared = SharedEdit.of(query);
    int start = query.allele().start();
    boolean minus = tile.gene().strand() == Strand.MINUS;
    return new Edit(
        minus ? tile.end() - start - shared.removed() : start - tile.start(),
        shared.removed(),
        windows.inserted(query, shared.extra()),
        minus ? query.editedAfter() : query.distance(),
        minus ? query.distance() : query.editedAfter());
  }
}
