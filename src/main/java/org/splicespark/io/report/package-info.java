/**
 * Runs as a page to look at: finds what commands left, counts it, and writes one HTML file that
 * needs nothing else. What comes from files is only ever text in it.
 */
package org.splicespark.io.report;
