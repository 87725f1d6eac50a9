package org.splicespark.cli;

import org.splicespark.calibrate.Temperature;
import org.splicespark.model.Compute;
import org.splicespark.model.Family;
import org.splicespark.model.ModelSource;
import org.splicespark.variant.ScoringParameters;

/** What made the scores, in the words that stand in the VCF's header. */
final class Made {
  private Made() {}

  static String by(ScoringModels scoring, ScoringParameters parameters, Compute.MathMode math) {
    ModelSource models = scoring.files();
    int count = models.members().size();
    return "SpliceSpark "
        + Version.number()
        + " ("
        + count
        + (models.family() == Family.OPENSPLICEAI ? "" : " " + models.family().label())
        + (count == 1 ? " model" : " models")
        + " of flank "
        + models.flank()
        + scoring
            .temperature()
            .filter(t -> !t.equals(Temperature.ONE))
            .map(t -> ", temperature " + t)
            .orElse("")
        + ", distance "
        + parameters.distance()
        + ", mask "
        + (parameters.masked() ? 1 : 0)
        + (parameters.compat() ? ", compat" : "")
        + (math == Compute.MathMode.FP32 ? "" : ", " + math)
        + ")";
  }
}
