/**
 * The adapter to PyTorch, through DJL: checkpoints, the network, the native library. The one
 * package that knows {@code ai.djl}; {@link org.splicespark.djl.DjlModels} and {@link
 * org.splicespark.djl.CheckpointFiles} are its doors, and no array of DJL's leaves it.
 */
package org.splicespark.djl;
