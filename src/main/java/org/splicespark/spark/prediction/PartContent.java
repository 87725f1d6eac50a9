package org.splicespark.spark.prediction;

import java.io.Serializable;
import java.util.Map;

/**
 * A task's part of one file of the output.
 *
 * @param files names in the run's folder, and lengths in bytes
 * @param summary what joining must know; the file that wrote it knows its class
 */
public record PartContent(Map<String, Long> files, Serializable summary) implements Serializable {}
