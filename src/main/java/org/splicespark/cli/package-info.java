/**
 * The command line: the one main, the one exit, and the one place where ports meet their adapters.
 */
package org.splicespark.cli;
