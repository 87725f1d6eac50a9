/**
 * Networks that Keras kept in HDF5: the architecture it wrote down is checked, the weights read.
 */
package org.splicespark.io.keras;
