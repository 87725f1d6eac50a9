package org.splicespark.spark.shards;

import java.io.Serializable;

/**
 * A finished file.
 *
 * @param name under the output folder
 * @param bytes its length
 * @param sha256 in hexadecimal
 */
public record WrittenFile(String name, long bytes, String sha256) implements Serializable {}
