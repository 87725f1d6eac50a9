package org.splicespark.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.splicespark.cli.options.PictureOptions;
import org.splicespark.djl.DjlModels;
import org.splicespark.genome.Genome;
import org.splicespark.io.FastaGenome;
import org.splicespark.io.report.ChosenAllele;
import org.splicespark.io.report.Picture;
import org.splicespark.model.Compute;
import org.splicespark.model.SpliceModel;
import org.splicespark.variant.AlleleView;
import org.splicespark.variant.Outcome;
import org.splicespark.variant.ScorerKind;
import org.splicespark.variant.ScoringParameters;
import org.splicespark.variant.VariantRecord;
import org.splicespark.variant.VariantScorer;

/** Asks the network about the alleles of a page's pictures, on this machine and without Spark. */
record AllelePictures(PictureOptions options, Workplace workplace, PrintStream err) {
  private static final Compute COMPUTE =
      new Compute("cpu", Runtime.getRuntime().availableProcessors(), Compute.MathMode.FP32);

  /**
   * @throws org.splicespark.error.InputException if reference, annotation or model cannot be used
   */
  List<Picture> of(List<ChosenAllele> alleles, ScoringParameters parameters) {
    ScoringModels models = ScoringModels.read(options.model(), options.temperature(), workplace);
    models.requireSites(options.model(), "report");
    Path genes = workplace.local(options.annotation());
    try (FastaGenome genome = FastaGenome.open(workplace.local(options.reference()))) {
      ReferenceInputs inputs =
          ReferenceInputs.read(genome, options.reference(), genes, options.annotation(), err);
      try (SpliceModel model = DjlModels.open(models.calibrated(), COMPUTE)) {
        return pictures(alleles, scorer(model, genome, inputs, parameters));
      }
    }
  }

  private static VariantScorer scorer(
      SpliceModel model, Genome genome, ReferenceInputs inputs, ScoringParameters parameters) {
    return new VariantScorer(
        genome, inputs.annotation(), ScorerKind.WINDOW.of(model, genome, 1), parameters);
  }

  private static List<Picture> pictures(List<ChosenAllele> alleles, VariantScorer scorer) {
    List<Picture> pictures = new ArrayList<>();
    for (ChosenAllele allele : alleles) {
      VariantRecord record = allele.record();
      List<AlleleView> views = scorer.views(record);
      pictures.add(new Picture(allele, views, views.isEmpty() ? reason(scorer, record) : ""));
    }
    return pictures;
  }

  private static String reason(VariantScorer scorer, VariantRecord record) {
    return scorer.score(List.of(record)).get(0).stream()
        .filter(Outcome.Skipped.class::isInstance)
        .map(outcome -> ((Outcome.Skipped) outcome).reason().meaning())
        .findFirst()
        .orElse("");
  }
}
