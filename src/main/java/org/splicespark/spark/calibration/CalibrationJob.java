package org.splicespark.spark.calibration;

import static org.splicespark.spark.calibration.CalibrationReport.TEST;
import static org.splicespark.spark.calibration.CalibrationReport.VALIDATION;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.splicespark.calibrate.Comparison;
import org.splicespark.calibrate.Fit;
import org.splicespark.calibrate.LabelledLogits;
import org.splicespark.calibrate.LikelihoodSums;
import org.splicespark.calibrate.NoNumbersException;
import org.splicespark.calibrate.Temperature;
import org.splicespark.error.InputException;
import org.splicespark.model.ModelOpener;
import org.splicespark.model.ModelSource;
import org.splicespark.spark.training.DatasetFiles;
import org.splicespark.spark.training.DatasetFiles.Shard;

/**
 * Calibrates a network: its logits are computed once, where they stay; what comes to the driver are
 * sums.
 */
public final class CalibrationJob {
  private final JavaSparkContext spark;
  private final ModelOpener opener;

  /**
   * @param opener of models that know their logits
   */
  public CalibrationJob(JavaSparkContext spark, ModelOpener opener) {
    this.spark = spark;
    this.opener = opener;
  }

  /**
   * @throws InputException if a data set cannot be read, or the network's answers are no numbers
   */
  public CalibrationReport run(CalibrationRequest request) {
    Broadcast<ModelSource> source = spark.broadcast(request.model());
    try {
      return run(request, source);
    } catch (NoNumbersException e) {
      throw new InputException(
          request.model().members().get(0).name()
              + ": the model's answers are no numbers (NaN or infinite); was it trained to its end?",
          e);
    } finally {
      source.destroy();
    }
  }

  private CalibrationReport run(CalibrationRequest request, Broadcast<ModelSource> source) {
    JavaRDD<LabelledLogits> logits =
        logits(request, request.validation(), source).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Fit fit = request.given().map(Fit::given).orElseGet(() -> fit(request, logits));
      Temperature temperature = fit.temperature().asFloats();
      Map<String, Comparison> sets = new LinkedHashMap<>();
      sets.put(VALIDATION, compared(logits, temperature, VALIDATION));
      request
          .test()
          .map(test -> compared(logits(request, test, source), temperature, TEST))
          .ifPresent(test -> sets.put(TEST, test));
      return new CalibrationReport(temperature, fit, sets);
    } finally {
      logits.unpersist(false);
    }
  }

  /** A partition for each shard; nothing is computed yet. */
  private JavaRDD<LabelledLogits> logits(
      CalibrationRequest request, DatasetFiles files, Broadcast<ModelSource> source) {
    List<Shard> shards = request.compat() ? even(files.shards()) : files.shards();
    LogitsTask task =
        new LogitsTask(files, request.model().key(), source, opener, request.compute());
    return spark.parallelize(shards, shards.size()).flatMap(task);
  }

  /** The same but for the last example of an odd number. */
  private static List<Shard> even(List<Shard> shards) {
    List<Shard> even = new ArrayList<>(shards);
    even.removeIf(shard -> shard.chunks() == 0);
    Shard last = even.remove(even.size() - 1);
    int all = shards.stream().mapToInt(Shard::chunks).sum();
    int odd = all > 1 ? all % 2 : 0;
    even.add(new Shard(last.file(), last.stamp(), last.index(), last.chunks() - odd));
    return even;
  }

  private Fit fit(CalibrationRequest request, JavaRDD<LabelledLogits> logits) {
    int[] passes = {0};
    return request
        .optimizer()
        .fit(
            temperature -> {
              spark.setJobDescription("likelihood, pass " + ++passes[0]);
              return merged(logits, new LikelihoodPass(temperature), LikelihoodSums::merge);
            },
            request.classes());
  }

  private Comparison compared(JavaRDD<LabelledLogits> logits, Temperature temperature, String set) {
    spark.setJobDescription("before and after, " + set);
    return merged(logits, new ComparisonPass(temperature), Comparison::merge).requireNumber();
  }

  /** Merged in the order of the partitions: two runs agree to the bit. */
  private static <T> T merged(
      JavaRDD<LabelledLogits> logits,
      FlatMapFunction<java.util.Iterator<LabelledLogits>, T> pass,
      BiConsumer<T, T> merge) {
    List<T> parts = logits.mapPartitions(pass).collect();
    T all = parts.get(0);
    parts.subList(1, parts.size()).forEach(part -> merge.accept(all, part));
    return all;
  }
}
