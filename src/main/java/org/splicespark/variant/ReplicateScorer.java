package org.splicespark.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.splicespark.model.Channels;

/** Asks several networks that answer the same, and keeps their answers apart. */
final class ReplicateScorer implements AlleleScorer {
  private final List<AlleleScorer> scorers;

  /**
   * @param scorers of networks with the same flank and channels
   */
  ReplicateScorer(List<AlleleScorer> scorers) {
    this.scorers = List.copyOf(scorers);
  }

  @Override
  public int flank() {
    return scorers.get(0).flank();
  }

  @Override
  public Channels channels() {
    return scorers.get(0).channels();
  }

  @Override
  public int replicates() {
    return scorers.size();
  }

  @Override
  public Supplier<List<Tracks>> prepare(List<Query> queries) {
    List<Supplier<List<Tracks>>> asked = scorers.stream().map(s -> s.prepare(queries)).toList();
    return () -> {
      List<List<Tracks>> answers = asked.stream().map(Supplier::get).toList();
      List<Tracks> joined = new ArrayList<>();
      for (int i = 0; i < queries.size(); i++) {
        int query = i;
        joined.add(Tracks.joined(answers.stream().map(answer -> answer.get(query)).toList()));
      }
      return joined;
    };
  }
}
