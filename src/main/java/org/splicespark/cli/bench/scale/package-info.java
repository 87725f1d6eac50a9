/**
 * How a run grows: measured with a few executors on this machine, and simulated with those
 * measurements beyond it.
 */
package org.splicespark.cli.bench.scale;
