package org.splicespark.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.splicespark.dataset.ContigSplit;
import org.splicespark.dataset.DropReason;
import org.splicespark.dataset.GenePlan;
import org.splicespark.dataset.GeneSelection;
import org.splicespark.dataset.GeneSplits;
import org.splicespark.dataset.Split;
import org.splicespark.dataset.SplitParameters;
import org.splicespark.error.InputException;
import org.splicespark.spark.shards.CreateDataRequest.ValidationDraw;

/**
 * The genes of an annotation that are used, dealt out by contig.
 *
 * @param dropped the others, by reason
 */
record TrainingGenes(GeneSplits splits, Map<DropReason, Integer> dropped) {

  /**
   * @throws InputException if no gene is left, with the reasons
   */
  static TrainingGenes of(
      ReferenceInputs inputs,
      GeneSelection selection,
      SplitParameters dealing,
      String annotationName) {
    GeneSelection.Selected selected = selection.of(inputs.annotation().genes());
    ContigSplit contigs = ContigSplit.of(inputs.contigs(), dealing);
    GeneSplits splits = GeneSplits.deal(selected.plans(), contigs, dealing.testOnly());
    Map<DropReason, Integer> dropped = new EnumMap<>(DropReason.class);
    dropped.putAll(selected.dropped());
    add(dropped, DropReason.WITHOUT_TRANSCRIPT, inputs.withoutTranscript());
    add(dropped, DropReason.OTHER_CONTIG, inputs.elsewhere());
    add(dropped, DropReason.UNUSED_CONTIG, names(selected.plans()) - names(splits));
    if (splits.size() == 0) {
      throw nothingLeft(annotationName, dropped);
    }
    return new TrainingGenes(splits, dropped);
  }

  /** Validation genes are drawn where training genes are wanted and no contig is named for it. */
  Optional<ValidationDraw> draw(SplitParameters dealing) {
    boolean settled = dealing.testOnly() || !splits.of(Split.VALIDATION).isEmpty();
    boolean named = !dealing.named().validation().isEmpty();
    return settled || named
        ? Optional.empty()
        : Optional.of(new ValidationDraw(dealing.validationShare(), dealing.seed()));
  }

  private static void add(Map<DropReason, Integer> dropped, DropReason reason, int count) {
    if (count > 0) {
      dropped.merge(reason, count, Integer::sum);
    }
  }

  /** Genes, however many isoforms each gives. */
  private static int names(List<GenePlan> plans) {
    return (int) plans.stream().map(plan -> plan.contig() + " " + plan.name()).distinct().count();
  }

  private static int names(GeneSplits splits) {
    int names = 0;
    for (Split split : Split.values()) {
      names += names(splits.of(split));
    }
    return names;
  }

  private static InputException nothingLeft(
      String annotationName, Map<DropReason, Integer> dropped) {
    String reasons =
        dropped.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().meaning())
            .collect(Collectors.joining("; "));
    String advice =
        dropped.containsKey(DropReason.UNKNOWN_BIOTYPE) ? "; --biotype all takes them as well" : "";
    return new InputException(annotationName + ": no gene is left: " + reasons + advice);
  }
}
