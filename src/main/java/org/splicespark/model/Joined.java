package org.splicespark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Several models that answer different things about the same bases, a tissue each: their channels
 * stand side by side, in the models' order.
 */
public final class Joined implements SpliceModel {
  private final List<SpliceModel> models;
  private final Channels channels;

  /**
   * @throws IllegalArgumentException if they differ in flank or have a channel in common
   */
  public Joined(List<? extends SpliceModel> models) {
    this.models = List.copyOf(models);
    this.channels = Channels.joined(models.stream().map(SpliceModel::channels).toList());
    if (this.models.stream().mapToInt(SpliceModel::flank).distinct().count() != 1) {
      throw new IllegalArgumentException("models side by side must have one flank in common");
    }
  }

  @Override
  public int flank() {
    return models.get(0).flank();
  }

  @Override
  public Channels channels() {
    return channels;
  }

  @Override
  public Probabilities score(Batch batch) {
    return joined(models.stream().map(model -> model.score(batch)).toList());
  }

  /** The first replicates of all models side by side, then the second, and so on. */
  @Override
  public List<SpliceModel> replicates() {
    List<List<SpliceModel>> all = models.stream().map(SpliceModel::replicates).toList();
    int count = all.get(0).size();
    if (count == 1 || all.stream().anyMatch(some -> some.size() != count)) {
      return List.of(this);
    }
    return IntStream.range(0, count)
        .<SpliceModel>mapToObj(k -> new Joined(all.stream().map(some -> some.get(k)).toList()))
        .toList();
  }

  /** There if every model can do it. */
  @Override
  public Optional<EditModel> edits() {
    List<EditModel> edits = models.stream().flatMap(model -> model.edits().stream()).toList();
    return edits.size() < models.size()
        ? Optional.empty()
        : Optional.of(tile -> joinedTiles(edits.stream().map(m -> m.score(tile)).toList()));
  }

  private TileAnswer joinedTiles(List<TileAnswer> answers) {
    List<Probabilities> alternates = new ArrayList<>();
    for (int i = 0; i < answers.get(0).alternates().size(); i++) {
      int edit = i;
      alternates.add(joined(answers.stream().map(a -> a.alternates().get(edit)).toList()));
    }
    return new TileAnswer(joined(answers.stream().map(TileAnswer::reference).toList()), alternates);
  }

  private Probabilities joined(List<Probabilities> answers) {
    int count = answers.get(0).count();
    int length = answers.get(0).length();
    float[] values = new float[count * channels.count() * length];
    int at = 0;
    for (int n = 0; n < count; n++) {
      for (Probabilities answer : answers) {
        int each = answer.channels().count() * length;
        System.arraycopy(answer.values(), n * each, values, at, each);
        at += each;
      }
    }
    return new Probabilities(channels, count, length, values);
  }

  @Override
  public long multiplyAdds() {
    return models.stream().mapToLong(SpliceModel::multiplyAdds).sum();
  }

  @Override
  public void close() {
    models.forEach(SpliceModel::close);
  }
}
