package org.splicespark.train;

import java.io.Serializable;
import java.util.Map;

/**
 * All that the next step depends on, but for the examples and the learning rate.
 *
 * @param tensors weights, biases, and the running statistics of batch normalisation, by their
 *     PyTorch names, in PyTorch's order; values row-major
 * @param counters {@code num_batches_tracked} of each batch normalisation, by its PyTorch name
 * @param first AdamW's first moments of the trained tensors, by name; empty before the first step
 * @param second AdamW's second moments
 * @param steps taken so far
 */
public record TrainingState(
    Map<String, float[]> tensors,
    Map<String, Long> counters,
    Map<String, float[]> first,
    Map<String, float[]> second,
    long steps)
    implements Serializable {}
