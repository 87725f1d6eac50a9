package org.splicespark.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.splicespark.model.Channels;
import org.splicespark.model.Compute;
import org.splicespark.model.Ensemble;
import org.splicespark.model.Flank;
import org.splicespark.model.Joined;
import org.splicespark.model.ModelSource;
import org.splicespark.model.ModelSource.Member;
import org.splicespark.model.SpliceModel;
import org.splicespark.train.Learner;
import org.splicespark.train.LearnerParameters;
import org.splicespark.train.TrainingState;

/** Opens checkpoints as models that run. {@code DjlModels::open} is a {@code ModelOpener}. */
public final class DjlModels {
  private DjlModels() {}

  /**
   * Loads the native library if this is the first call, and the weights.
   *
   * @return the one member, or the mean of several, the means of different channels side by side;
   *     to be closed, which frees the native memory
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
    return new TorchLearner(flank, parameters, Devices.started(compute), compute.threads());
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

  /** The folder to which the native library is unpacked here, or will be; loads nothing. */
  public static String nativeFolder() {
    return NativeCache.place().toString();
  }

  /**
   * GPUs that the native library can use on this host; loads it.
   *
   * @throws IllegalStateException if it cannot be loaded; says what to check
   */
  public static int gpus() {
    return Devices.gpus();
  }

  /**
   * The same models computed as the published programs compute them: whole windows padded with
   * zeros. For benchmarks; same answers, half the speed.
   */
  public static SpliceModel openAsPublished(ModelSource source, Compute compute) {
    return opened(source, compute, PaddedModel::new);
  }

  private static Checkpoint checkpoint(Member member) {
    return Checkpoint.read(member.name(), member.content());
  }

  private static SpliceModel opened(
      ModelSource source, Compute compute, BiFunction<SpliceNet, Budget, SpliceModel> wrapped) {
    List<Checkpoint> checkpoints = source.members().stream().map(DjlModels::checkpoint).toList();
    Device device = Devices.started(compute);
    Budget budget = device.isGpu() ? Budget.GPU : Budget.CPU;
    List<SpliceModel> models = new ArrayList<>();
    try {
      for (Checkpoint checkpoint : checkpoints) {
        NDManager manager = NDManager.newBaseManager(device, "PyTorch");
        models.add(wrapped.apply(new SpliceNet(checkpoint, source.family(), manager), budget));
      }
      return together(models);
    } catch (RuntimeException e) {
      models.forEach(SpliceModel::close);
      throw e;
    }
  }

  private static SpliceModel together(List<SpliceModel> models) {
    Map<Channels, List<SpliceModel>> byChannels = new LinkedHashMap<>();
    for (SpliceModel model : models) {
      byChannels.computeIfAbsent(model.channels(), c -> new ArrayList<>()).add(model);
    }
    List<SpliceModel> means = byChannels.values().stream().map(DjlModels::mean).toList();
    return means.size() == 1 ? means.get(0) : new Joined(means);
  }

  private static SpliceModel mean(List<SpliceModel> models) {
    return models.size() == 1 ? models.get(0) : new Ensemble(models);
  }
}
