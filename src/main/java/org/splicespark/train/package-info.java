/**
 * What training is: state, schedules, order of examples, metrics. Plain Java; the arithmetic on
 * tensors is behind the port {@link org.splicespark.train.Learner}.
 */
package org.splicespark.train;
