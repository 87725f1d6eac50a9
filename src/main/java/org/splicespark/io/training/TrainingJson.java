package org.splicespark.io.training;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.splicespark.io.WholeFile;
import org.splicespark.train.EpochMetrics;
import org.splicespark.train.EpochReport;
import org.splicespark.train.RoundReport;
import org.splicespark.train.SiteMetrics;
import org.splicespark.train.Split;
import org.splicespark.train.TrainingHistory;
import org.splicespark.train.TrainingParameters;

/**
 * {@code training.json}: everything a plot of a training needs. An object of {@code data} (names of
 * the data sets), {@code parameters}, {@code rounds} and {@code epochs}, each in order. Units are
 * in the names; epochs and rounds count from 0, and losses have no unit. What is no number, the
 * loss of a training that diverged, is null.
 */
public final class TrainingJson {
  private TrainingJson() {}

  /**
   * Writes the file; it is there whole or not at all, and replaces one that is there.
   *
   * @param file in a folder that is there
   * @param data what each set of examples is called, by its use
   */
  public static void write(
      Path file, Map<String, String> data, TrainingParameters parameters, TrainingHistory history)
      throws IOException {
    try (WholeFile whole = WholeFile.create(file)) {
      write(whole.stream(), data, parameters, history);
      whole.finish();
    }
  }

  /** Written field by field: a long training has thousands of rounds. */
  private static void write(
      OutputStream target,
      Map<String, String> data,
      TrainingParameters parameters,
      TrainingHistory history)
      throws IOException {
    JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (JsonGenerator out = factory.createGenerator(target).useDefaultPrettyPrinter()) {
      JsonFields json = new JsonFields(out);
      out.writeStartObject();
      json.object("data", () -> names(json, data));
      json.object("parameters", () -> new ParametersJson(json).write(parameters));
      json.objects("rounds", history.rounds(), round -> round(json, round));
      json.objects("epochs", history.epochs(), epoch -> epoch(json, epoch));
      out.writeEndObject();
      out.writeRaw('\n');
    }
  }

  private static void names(JsonFields json, Map<String, String> names) throws IOException {
    for (Map.Entry<String, String> name : names.entrySet()) {
      json.text(name.getKey(), name.getValue());
    }
  }

  private static void round(JsonFields json, RoundReport round) throws IOException {
    json.count("epoch", round.epoch());
    json.count("round", round.round());
    json.count("steps", round.steps());
    json.count("examples", round.examples());
    json.number("seconds", round.seconds());
    json.number("loss", round.loss());
    json.number("learning_rate", round.learningRate());
  }

  private static void epoch(JsonFields json, EpochReport epoch) throws IOException {
    json.count("epoch", epoch.epoch());
    json.count("steps", epoch.steps());
    json.number("seconds", epoch.seconds());
    json.number("learning_rate", epoch.learningRate());
    json.number("training_loss", epoch.trainingLoss());
    for (Split split : Split.values()) {
      EpochMetrics metrics = epoch.evaluated().get(split);
      if (metrics != null) {
        json.object(split.name().toLowerCase(Locale.ROOT), () -> metrics(json, metrics));
      }
    }
  }

  private static void metrics(JsonFields json, EpochMetrics metrics) throws IOException {
    json.number("loss", metrics.loss());
    json.count("examples", metrics.examples());
    json.count("places", metrics.places());
    json.number("accuracy", metrics.accuracy());
    json.number("balanced_accuracy", metrics.balancedAccuracy());
    json.object("acceptor", () -> sites(json, metrics.acceptor()));
    json.object("donor", () -> sites(json, metrics.donor()));
  }

  private static void sites(JsonFields json, SiteMetrics sites) throws IOException {
    json.count("sites", sites.sites());
    json.numbers("topk_multiples", SiteMetrics.MULTIPLES);
    json.numbers("topk", sites.topK());
    json.numbers("topk_thresholds", sites.thresholds());
    json.number("auprc", sites.auprc());
    json.number("accuracy", sites.accuracy());
    json.number("precision", sites.precision());
    json.number("recall", sites.recall());
    json.number("f1", sites.f1());
  }
}
