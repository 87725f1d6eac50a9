package org.splicespark.spark;

import java.io.IOException;
import org.splicespark.genome.Annotation;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelSource;
import org.splicespark.variant.InfoField;
import org.splicespark.variant.ScorerKind;
import org.splicespark.variant.ScoringParameters;

/**
 * One run of {@code variant}, with its inputs read and checked.
 *
 * @param input a VCF's name, or {@code -} for standard input
 * @param output a name that ends in .vcf, .vcf.gz or .vcf.bgz, a folder's with a slash at its end,
 *     or {@code -}
 * @param reference the FASTA's name
 * @param annotation with the reference's contig names
 * @param made what makes the scores, in words, for the header
 */
public record VariantRequest(
    String input,
    String output,
    String reference,
    Annotation annotation,
    ModelSource models,
    ScoringParameters scoring,
    InfoField info,
    String made,
    Running running) {

  /**
   * @throws org.splicespark.error.InputException if the output's name says nothing of its form
   */
  public VariantRequest {
    OutputName.of(output);
  }

  /**
   * The same with names that every executor understands, whose working directories are their own.
   */
  VariantRequest everywhere(HadoopFiles files) throws IOException {
    return new VariantRequest(
        input.equals("-") ? input : files.everywhere(input),
        OutputName.everywhere(output, files),
        Staging.everywhere(reference),
        annotation,
        models,
        scoring,
        info,
        made,
        running.everywhere(files));
  }

  /** True if a later run could find this one's finished parts again, and its input unchanged. */
  boolean resumable() {
    boolean named = OutputName.of(output).form() != OutputName.Form.STDOUT;
    return !input.equals("-") && (named || !running.workFolder().isEmpty());
  }

  /**
   * How it is run; but for the math, nothing here changes a score.
   *
   * @param compute its device may be {@code auto}
   * @param batchSize windows in one call of the model
   * @param partitions parts to cut the input into; 0 to choose
   * @param workFolder where parts are kept until they are joined; empty for beside the output
   */
  public record Running(
      Compute compute,
      ScorerKind scorer,
      int batchSize,
      int partitions,
      String workFolder,
      boolean overwrite,
      boolean overwriteExisting,
      boolean resume) {

    Running everywhere(HadoopFiles files) throws IOException {
      return new Running(
          compute,
          scorer,
          batchSize,
          partitions,
          workFolder.isEmpty() ? workFolder : files.everywhere(workFolder),
          overwrite,
          overwriteExisting,
          resume);
    }
  }
}
