package org.splicespark.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.splicespark.model.Compute;

/** Devices as a {@link Compute} names them. */
final class Devices {
  private static final Pattern CUDA = Pattern.compile("cuda:(\\d{1,4})");

  private Devices() {}

  /** The device, once the native library is there and knows its math. */
  static Device started(Compute compute) {
    Matcher cuda = CUDA.matcher(compute.device());
    if (!cuda.matches() && !compute.device().equals("cpu")) {
      throw new IllegalArgumentException("a device is cpu or cuda:N, not " + compute.device());
    }
    NativeMath.require(compute);
    NativeMath.prepare(compute);
    NativeBoot.start(compute.threads());
    return cuda.matches() ? gpu(Integer.parseInt(cuda.group(1))) : Device.cpu();
  }

  /** GPUs that the native library can use; it is loaded for the answer. */
  static int gpus() {
    NativeBoot.start(1);
    return Engine.getEngine("PyTorch").getGpuCount();
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
}
