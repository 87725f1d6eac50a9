/** Pictures of what was counted, as PNG. The only place that knows XChart. */
package org.splicespark.io.picture;
