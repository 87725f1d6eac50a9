/**
 * HDF5 as the published trainers keep their training data: pairs of int8 tensors X and Y, and lists
 * of variable-length strings. What is written is laid out in advance and then streamed, so that it
 * fits behind any output stream; what is read may be contiguous, chunked or compressed.
 *
 * <p>Format: HDF5 File Format Specification 3.0. Written are superblock 0 with the root group as a
 * symbol table, object headers of version 1, contiguous storage and global heaps, which is what
 * h5py writes unasked and what every reader understands.
 */
package org.splicespark.io.hdf5;
