package org.splicespark.dataset;

/** What stands beside a gene in its chunks. */
public enum Context {
  /** No base, as the published trainers have it. */
  NONE,
  /** What the genome has there. */
  GENOMIC
}
