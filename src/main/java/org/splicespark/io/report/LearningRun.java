package org.splicespark.io.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.splicespark.io.picture.Ink;
import org.splicespark.io.picture.Plot;

/** A training, as {@code train}, {@code transfer} and each of {@code ensemble} leave it. */
record LearningRun(String name, RunJson training) implements Run {
  private static final String[] SETS = {"validation", "test"};

  @Override
  public Section section() {
    return new Section(
        "train",
        name,
        List.of(
            Block.of("Curves").figures(figures()),
            last(),
            new TrainingPace(training.root().path("rounds")).block(),
            Block.of("Parameters").facts(training.facts())));
  }

  private JsonNode epochs() {
    return training.root().path("epochs");
  }

  /** An epoch's values are known at its end. */
  private TrainingCurve byEpoch(String pointer) {
    return TrainingCurve.of(
            epochs(),
            epoch -> RunJson.number(epoch.path("epoch")) + 1,
            epoch -> RunJson.number(epoch.at(pointer)))
        .thinned();
  }

  private List<Figure> figures() {
    if (epochs().isEmpty()) {
      return List.of();
    }
    return Stream.of(
            figure(
                "Loss",
                "loss",
                List.of(
                    new Line(Ink.GREY, "training", byEpoch("/training_loss")),
                    new Line(Ink.PURPLE, "validation", byEpoch("/validation/loss")))),
            figure(
                "Learning rate",
                "rate",
                List.of(new Line(Ink.GREY, "at the end of an epoch", byEpoch("/learning_rate")))),
            sites("Top-1 accuracy, validation", "/topk/1", "share of sites"),
            sites("AUPRC, validation", "/auprc", "area"))
        .flatMap(Optional::stream)
        .toList();
  }

  private record Line(Ink ink, String name, TrainingCurve curve) {}

  private Optional<Figure> sites(String title, String field, String beside) {
    return figure(
        title,
        beside,
        List.of(
            new Line(Ink.BLUE, "donors", byEpoch("/validation/donor" + field)),
            new Line(Ink.ORANGE, "acceptors", byEpoch("/validation/acceptor" + field))));
  }

  /** Empty where nothing of it was recorded. */
  private Optional<Figure> figure(String title, String beside, List<Line> all) {
    List<Line> lines = all.stream().filter(line -> !line.curve().up().isEmpty()).toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    double last = RunJson.number(epochs().get(epochs().size() - 1).path("epoch")) + 1;
    double most = lines.stream().mapToDouble(line -> line.curve().most()).max().orElse(1);
    Plot plot =
        new Plot(0, Double.isFinite(last) && last > 0 ? last : 1, 0, most > 0 ? 1.1 * most : 1)
            .wholeSteps();
    lines.forEach(line -> line.curve().draw(plot, line.ink()));
    List<Key> keys = lines.stream().map(line -> Key.of(line.ink(), line.name())).toList();
    return Optional.of(new Figure(title, beside, "epochs", keys, plot));
  }

  private Block last() {
    if (epochs().isEmpty()) {
      return Block.of("");
    }
    JsonNode epoch = epochs().get(epochs().size() - 1);
    List<Row> rows = new ArrayList<>();
    for (String set : SETS) {
      JsonNode metrics = epoch.path(set);
      if (metrics.isObject()) {
        rows.add(
            Row.of(
                Cell.of(set),
                number(metrics.path("loss")),
                number(metrics.at("/donor/topk/1")),
                number(metrics.at("/acceptor/topk/1")),
                number(metrics.at("/donor/auprc")),
                number(metrics.at("/acceptor/auprc"))));
      }
    }
    return Block.of("After the last epoch")
        .table(
            Table.of(
                List.of(
                    "Set",
                    "Loss",
                    "Top-1, donors",
                    "Top-1, acceptors",
                    "AUPRC, donors",
                    "AUPRC, acceptors"),
                rows));
  }

  private static Cell number(JsonNode node) {
    return Cell.number(RunJson.number(node), 4);
  }
}
