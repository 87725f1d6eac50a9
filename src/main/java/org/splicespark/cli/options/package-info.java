/** Groups of options that commands share, each turning into an immutable record of the domain. */
package org.splicespark.cli.options;
