package org.splicespark.djl;

/**
 * MT19937 (Matsumoto and Nishimura, ACM TOMACS 1998), which {@code torch.manual_seed} seeds.
 * PyTorch has one generator for all threads; this one belongs to whoever made it.
 */
final class MersenneTwister {
  private static final int WORDS = 624;
  private static final int MIDDLE = 397;
  private static final int MANTISSA = (1 << 24) - 1;

  private final int[] state = new int[WORDS];
  private int next = WORDS;

  /**
   * @param seed of which the lower 32 bits count, as in PyTorch
   */
  MersenneTwister(long seed) {
    state[0] = (int) seed;
    for (int i = 1; i < WORDS; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  int nextInt() {
    if (next == WORDS) {
      twist();
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  private void twist() {
    for (int i = 0; i < WORDS; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % WORDS] & 0x7fffffff);
      int odd = (y & 1) == 0 ? 0 : 0x9908b0df;
      state[i] = state[(i + MIDDLE) % WORDS] ^ (y >>> 1) ^ odd;
    }
    next = 0;
  }

  /** Uniform in [-bound, bound), as {@code Tensor.uniform_} draws it: 24 bits, scaled. */
  float nextUniform(float bound) {
    float x = (nextInt() & MANTISSA) * 0x1p-24f;
    // libtorch's kernels are compiled with fused multiply-add for any CPU since 2013.
    return Math.fma(x, bound - -bound, -bound);
  }
}
