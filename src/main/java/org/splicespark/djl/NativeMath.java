package org.splicespark.djl;

import com.sun.jna.Library;
import com.sun.jna.Native;
import org.splicespark.error.InputException;
import org.splicespark.model.Compute;
import org.splicespark.model.Compute.MathMode;

/**
 * The precision of convolutions. libtorch lets cuDNN round to TF32 unless told not to, and DJL has
 * no switch for it; NVIDIA's libraries read one from the environment when they start.
 */
final class NativeMath {
  private static final String TF32 = "NVIDIA_TF32_OVERRIDE";

  private interface Libc extends Library {
    int setenv(String name, String value, int overwrite);
  }

  private static MathMode onGpu;

  private NativeMath() {}

  /**
   * @throws InputException if the device has no such math
   */
  static void require(Compute compute) {
    boolean cpu = compute.device().equals("cpu");
    if (compute.math() == MathMode.BF16) {
      throw new InputException(
          "--math bf16: this build's tensor library cannot make bf16 tensors; use fp32"
              + (cpu ? "" : " or tf32"));
    }
    if (compute.math() == MathMode.TF32 && cpu) {
      throw new InputException("--math tf32: a CPU has no such math; use fp32, or a GPU");
    }
  }

  /**
   * Before the library is loaded: what full precision means on a GPU. It holds for the JVM.
   *
   * @throws IllegalStateException if a GPU of this JVM has been used with another precision
   */
  static synchronized void prepare(Compute compute) {
    if (compute.device().equals("cpu")) {
      return;
    }
    if (onGpu != null && onGpu != compute.math()) {
      throw new IllegalStateException(
          "this JVM computes in " + onGpu + " on its GPU; start another for " + compute.math());
    }
    if (onGpu == null && compute.math() == MathMode.FP32) {
      Native.load("c", Libc.class).setenv(TF32, "0", 1);
    }
    onGpu = compute.math();
  }
}
