/** What a calibration comes to, as tables. */
package org.splicespark.io.calibration;
