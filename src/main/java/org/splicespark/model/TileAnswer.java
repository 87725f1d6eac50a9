package org.splicespark.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What a model answers about a tile.
 *
 * @param reference 1 x C x outputs of the tile
 * @param alternates one per edit, in their order, 1 x C x outputs of the edit
 */
public record TileAnswer(Probabilities reference, List<Probabilities> alternates) {

  /** The mean of several models' answers, summed in their order. */
  static TileAnswer mean(List<TileAnswer> answers) {
    List<Probabilities> alternates = new ArrayList<>();
    for (int i = 0; i < answers.get(0).alternates().size(); i++) {
      int edit = i;
      alternates.add(
          Probabilities.mean(answers.stream().map(a -> a.alternates().get(edit)).toList()));
    }
    return new TileAnswer(
        Probabilities.mean(answers.stream().map(TileAnswer::reference).toList()), alternates);
  }
}
