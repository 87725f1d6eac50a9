/**
 * Probabilities that mean what they say: temperatures, how they are fitted, and how far a network's
 * confidence is from the truth. Plain Java.
 */
package org.splicespark.calibrate;
