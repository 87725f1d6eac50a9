/**
 * The benchmarks: what the scorers do per second and how near the machine's ceiling that is, and
 * what a step of training takes beside PyTorch's.
 */
package org.splicespark.cli.bench;
