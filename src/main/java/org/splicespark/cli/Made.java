package org.splicespark.cli;

import org.splicespark.calibrate.Temperature;
import org.splicespark.model.Compute;
import org.splicespark.model.Family;
import org.splicespark.model.ModelSource;
import org.splicespark.variant.GeneChoice;
import org.splicespark.variant.Profile;
import org.splicespark.variant.Rules;
import org.splicespark.variant.ScoringParameters;

/** What made the scores, in the words that stand in the VCF's header. */
final class Made {
  private Made() {}

  static String by(
      ScoringModels scoring, Profile profile, ScoringParameters parameters, Compute.MathMode math) {
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
        + rules(profile, parameters)
        + (math == Compute.MathMode.FP32 ? "" : ", " + math)
        + ")";
  }

  /** What is not as without a profile. */
  private static String rules(Profile profile, ScoringParameters parameters) {
    GeneChoice genes = parameters.genes();
    return (profile == Profile.SPLICESPARK ? "" : ", profile " + profile.word())
        + (parameters.rules() == Rules.COMPAT ? ", compat" : "")
        + (genes.every() ? "" : ", most significant gene")
        + (genes.outside() ? ", bases outside genes kept" : "")
        + (genes.intergenic() ? ", both strands between genes" : "")
        + (parameters.tissues().isEmpty()
            ? ""
            : ", tissues " + String.join(" ", parameters.tissues()));
  }
}
