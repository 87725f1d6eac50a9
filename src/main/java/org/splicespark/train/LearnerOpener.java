package org.splicespark.train;

import java.io.Serializable;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;

/** Makes learners, on the machine that trains. */
@FunctionalInterface
public interface LearnerOpener extends Serializable {
  Learner open(Flank flank, LearnerParameters parameters, Compute compute);
}
