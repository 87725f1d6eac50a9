/**
 * A trained network as everyone else sees it: flanks, batches in, probabilities out. Plain Java.
 */
package org.splicespark.model;
