package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.dataset.Chunk;
import org.splicespark.io.hdf5.Hdf5Chunks;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource.Member;
import org.splicespark.testing.PeerFiles;
import org.splicespark.testing.Reference;
import org.splicespark.train.Freezing;
import org.splicespark.train.Learner;
import org.splicespark.train.LearnerParameters;
import org.splicespark.train.LearnerParameters.Optimizer;
import org.splicespark.train.Loss;
import org.splicespark.train.TrainingBatch;
import org.splicespark.train.TrainingState;

/**
 * The published trainer's steps, one by one. Rounding grows from step to step (a change of
 * PyTorch's own number of threads makes 1e-3 of it), so the first five must agree closely and the
 * rest roughly.
 */
@Tag("native")
@Tag("golden")
class TrajectoryTest {
  private static final int CLOSE_STEPS = 5;
  private static final double CLOSE = 1e-5;
  private static final double ROUGH = 2e-3;
  private static final double SUMS = 1e-4;

  @TempDir static Path folder;
  private static JsonNode told;
  private static List<TrainingBatch> batches;

  @BeforeAll
  static void readWhatIsTold() throws IOException {
    told = new ObjectMapper().readTree(Reference.path("training/trajectories.json").toFile());
    Path file = PeerFiles.unpacked("human/expected/create-data/dataset_test.h5", folder);
    List<Chunk> chunks = new ArrayList<>();
    try (Hdf5Chunks source = Hdf5Chunks.open(file)) {
      for (int shard = 0; shard < source.shards(); shard++) {
        source.read(shard).forEachRemaining(chunks::add);
      }
    }
    batches = new ArrayList<>();
    int size = told.get("batch").asInt();
    for (int from = 0; from < chunks.size(); from += size) {
      batches.add(batch(chunks.subList(from, Math.min(from + size, chunks.size()))));
    }
  }

  private static TrainingBatch batch(List<Chunk> chunks) {
    int flank = told.get("flanking").asInt();
    int length = Chunk.LABELLED + flank;
    byte[] codes = new byte[chunks.size() * length];
    byte[] labels = new byte[chunks.size() * Chunk.LABELLED];
    for (int i = 0; i < chunks.size(); i++) {
      byte[] all = chunks.get(i).codes();
      System.arraycopy(all, Chunk.SIDE - flank / 2, codes, i * length, length);
      byte[] its = chunks.get(i).labels();
      System.arraycopy(its, 0, labels, i * Chunk.LABELLED, Chunk.LABELLED);
    }
    return new TrainingBatch(chunks.size(), codes, labels);
  }

  @Test
  void trainingFollowsThePublishedTrainer() {
    compare("train_ce", new Loss.CrossEntropy(), Freezing.NONE, ROUGH);
  }

  @Test
  void focalLossWithWarmRestartsFollowsThePublishedTrainer() {
    Loss focal = new Loss.Focal(2, List.of(1.0, 1.0, 1.0));
    compare("train_focal_cosine", focal, Freezing.NONE, ROUGH);
  }

  @Test
  void transferFollowsThePublishedTrainerThroughout() {
    Freezing lastTwo = new Freezing(2, false, false, true);
    compare("transfer_unfreeze2_ce", new Loss.CrossEntropy(), lastTwo, CLOSE);
  }

  private static void compare(String name, Loss loss, Freezing freezing, double later) {
    JsonNode run = told.get("runs").get(name);
    LearnerParameters parameters =
        new LearnerParameters(loss, Optimizer.ADAMW, LearnerParameters.WEIGHT_DECAY, freezing);
    try (Learner learner = DjlModels.learner(Flank.F80, parameters, Compute.cpu())) {
      learner.restore(published());
      double[] losses = losses(learner, run.get("learning_rate_per_step"));
      JsonNode expected = run.get("train_loss_per_step");
      assertEquals(expected.size(), losses.length);
      double early = apart(expected, losses, 0, CLOSE_STEPS);
      double late = apart(expected, losses, CLOSE_STEPS, losses.length);
      double[] after = batches.stream().mapToDouble(b -> learner.evaluate(b).loss()).toArray();
      double evaluated =
          apart(run.get("eval_loss_per_batch_after_training"), after, 0, after.length);
      System.out.printf(Locale.ROOT, "%s: %.2g, %.2g, %.2g apart%n", name, early, late, evaluated);
      assertEquals(0, early, CLOSE);
      assertEquals(0, late, later);
      assertEquals(0, evaluated, later);
      compareSums(name, run, learner.state());
    }
  }

  private static double[] losses(Learner learner, JsonNode rates) {
    double[] losses = new double[rates.size()];
    Iterator<JsonNode> rate = rates.iterator();
    for (int step = 0; step < losses.length; step++) {
      losses[step] = learner.step(batches.get(step % batches.size()), rate.next().asDouble());
    }
    return losses;
  }

  private static double apart(JsonNode expected, double[] actual, int from, int to) {
    double apart = 0;
    for (int i = from; i < to; i++) {
      double value = expected.get(i).asDouble();
      apart = Math.max(apart, Math.abs(actual[i] - value) / value);
    }
    return apart;
  }

  private static void compareSums(String name, JsonNode run, TrainingState state) {
    Map<String, float[]> tensors = state.tensors();
    float[] conv2 = tensors.get("residual_units.3.conv2.weight");
    for (int i = 0; i < conv2.length; i++) {
      conv2[i] = Math.abs(conv2[i]);
    }
    compareSum(name, run, "final_conv_weight_sum", tensors.get("final_conv.weight"));
    compareSum(name, run, "conv2_last_unit_abs_sum", conv2);
    float[] mean = tensors.get("residual_units.0.batchnorm1.running_mean");
    compareSum(name, run, "bn_running_mean_unit0_sum", mean);
  }

  private static void compareSum(String name, JsonNode run, String field, float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    double expected = run.get(field).asDouble();
    System.out.printf(
        Locale.ROOT, "%s %s: %.2g apart%n", name, field, Math.abs(sum / expected - 1));
    assertEquals(expected, sum, SUMS * Math.abs(expected), field);
  }

  private static TrainingState published() {
    Path file = Reference.path("models/" + told.get("init").asText());
    try {
      byte[] content = Files.readAllBytes(file);
      return CheckpointFiles.state(new Member(file.toString(), "", content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
