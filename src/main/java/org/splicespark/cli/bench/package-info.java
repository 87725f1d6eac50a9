/**
 * The benchmark of the scorers: what they do per second, and how near the machine's ceiling that
 * is.
 */
package org.splicespark.cli.bench;
