package org.splicespark.dataset;

import java.io.Serializable;

/**
 * How genes are read and labelled.
 *
 * @param canonicalOnly whether only introns GT-AG, GC-AG and AT-AC count
 */
public record Labelling(Context context, boolean canonicalOnly) implements Serializable {}
