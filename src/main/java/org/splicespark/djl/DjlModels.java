package org.splicespark.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.splicespark.djl.NativeBoot.NoGradients;
import org.splicespark.model.Compute;
import org.splicespark.model.Ensemble;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource;
import org.splicespark.model.ModelSource.Member;
import org.splicespark.model.SpliceModel;
import org.splicespark.train.Learner;
import org.splicespark.train.LearnerParameters;
import org.splicespark.train.TrainingState;

/** Opens checkpoints as models that run. {@code DjlModels::open} is a {@code ModelOpener}. */
public final class DjlModels {
  private static final Pattern CUDA = Pattern.compile("cuda:(\\d{1,4})");
  private static final long MATRIX = 1024;
  private static final int PRODUCTS = 40;

  private DjlModels() {}

  /**
   * Loads the native library if this is the first call, and the weights.
   *
   * @return the one member, or the mean of several; to be closed, which frees the native memory
   * @throws org.splicespark.error.InputException if a member is not a checkpoint of the network, or
   *     the device cannot do the math asked for
   * @throws IllegalStateException if the native library cannot be loaded or has no such device
   */
  public static SpliceModel open(ModelSource source, Compute compute) {
    return opened(source, compute, DjlModel::new);
  }

  /**
   * A network to be trained; {@code DjlModels::learner} is a {@code LearnerOpener}. It has no
   * weights before its first {@link Learner#restore}.
   *
   * @throws IllegalArgumentException if the parameters leave nothing to train
   * @throws IllegalStateException if the native library cannot be loaded or has no such device
   */
  public static Learner learner(Flank flank, LearnerParameters parameters, Compute compute) {
    return new TorchLearner(flank, parameters, started(compute));
  }

  /**
   * An untrained network: the bits of OpenSpliceAI's after {@code torch.manual_seed(seed)}. Needs
   * no native library.
   */
  public static TrainingState initialState(Flank flank, long seed) {
    return InitialState.of(flank, seed);
  }

  /**
   * What can be said of a device and its math before a task runs there.
   *
   * @throws org.splicespark.error.InputException if they do not go together
   */
  public static void require(Compute compute) {
    NativeMath.require(compute);
  }

  /**
   * The same models computed as the published programs compute them: whole windows padded with
   * zeros. For benchmarks; same answers, half the speed.
   */
  public static SpliceModel openAsPublished(ModelSource source, Compute compute) {
    return opened(source, compute, PaddedModel::new);
  }

  /**
   * What this machine's matrix product reaches, the ceiling of any convolution.
   *
   * @return multiply-adds per second of one thread, the best of several products of 1024 x 1024
   *     matrices
   */
  public static double matrixPeak() {
    NativeBoot.start(1);
    try (NoGradients off = new NoGradients();
        NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      NDArray a = manager.randomUniform(0, 1, new Shape(MATRIX, MATRIX));
      double best = 0;
      for (int i = 0; i < PRODUCTS; i++) {
        long started = System.nanoTime();
        a.matMul(a).close();
        best =
            Math.max(best, (double) MATRIX * MATRIX * MATRIX * 1e9 / (System.nanoTime() - started));
      }
      return best;
    }
  }

  private static Checkpoint checkpoint(Member member) {
    return Checkpoint.read(member.name(), member.content());
  }

  private static Device gpu(int index) {
    int there = Engine.getEngine("PyTorch").getGpuCount();
    if (index >= there) {
      throw new IllegalStateException(
          "there is no cuda:"
              + index
              + ": the driver shows "
              + there
              + " GPUs (is libtorch one with CUDA? see PYTORCH_LIBRARY_PATH)");
    }
    return Device.gpu(index);
  }

  /** The device, once the native library is there and knows its math. */
  private static Device started(Compute compute) {
    Matcher cuda = CUDA.matcher(compute.device());
    if (!cuda.matches() && !compute.device().equals("cpu")) {
      throw new IllegalArgumentException("a device is cpu or cuda:N, not " + compute.device());
    }
    NativeMath.require(compute);
    NativeMath.prepare(compute);
    NativeBoot.start(compute.threads());
    return cuda.matches() ? gpu(Integer.parseInt(cuda.group(1))) : Device.cpu();
  }

  private static SpliceModel opened(
      ModelSource source, Compute compute, BiFunction<SpliceNet, Budget, SpliceModel> wrapped) {
    List<Checkpoint> checkpoints = source.members().stream().map(DjlModels::checkpoint).toList();
    Device device = started(compute);
    Budget budget = device.isGpu() ? Budget.GPU : Budget.CPU;
    List<SpliceModel> models = new ArrayList<>();
    try {
      for (Checkpoint checkpoint : checkpoints) {
        NDManager manager = NDManager.newBaseManager(device, "PyTorch");
        models.add(wrapped.apply(new SpliceNet(checkpoint, manager), budget));
      }
      return models.size() == 1 ? models.get(0) : new Ensemble(models);
    } catch (RuntimeException e) {
      models.forEach(SpliceModel::close);
      throw e;
    }
  }

  /**
   * The least arithmetic that a changed base costs: the alternate's strip, where the reference is
   * there already. One model; multiply-adds.
   *
   * @param bases the flank
   * @param distance bases on either side of the change whose scores are wanted
   */
  public static long multiplyAddsOfOneBase(int bases, int distance) {
    Flank flank =
        Arrays.stream(Flank.values()).filter(f -> f.bases() == bases).findFirst().orElseThrow();
    return new Strips(flank, 1, distance, distance).multiplyAdds();
  }
}
