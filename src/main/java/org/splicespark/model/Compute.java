package org.splicespark.model;

import java.io.Serializable;

/**
 * Where and how a model computes.
 *
 * @param device {@code cpu}, or {@code cuda:N} with the address that the scheduler gave
 * @param threads threads that one call may use on a CPU; 1 is fastest where several tasks share a
 *     host; 0, before a task has asked, for as many as it has cores
 * @param math precision of the convolutions
 */
public record Compute(String device, int threads, MathMode math) implements Serializable {

  /** One thread of a CPU, full precision. */
  public static Compute cpu() {
    return new Compute("cpu", 1, MathMode.FP32);
  }

  /** Precision of the convolutions' products. */
  public enum MathMode {
    /** 24 bits, everywhere: the published scores. */
    FP32,
    /** 11 bits, summed in 24: the matrix units of NVIDIA GPUs since Ampere. */
    TF32,
    /** 8 bits. */
    BF16
  }
}
