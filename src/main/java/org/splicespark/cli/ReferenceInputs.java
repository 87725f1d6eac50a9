package org.splicespark.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.splicespark.error.InputException;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.ContigNames;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Genome;
import org.splicespark.io.AnnotationReader;
import org.splicespark.io.Genes;

/**
 * Reference and annotation brought together: the genes on contigs that the reference has, under the
 * reference's names.
 *
 * @param contigs lengths, in the reference's order
 * @param withoutTranscript genes left out because they have none, or one from two places
 * @param elsewhere genes left out because the reference does not have their contigs
 */
record ReferenceInputs(
    Map<String, Integer> contigs, Annotation annotation, int withoutTranscript, int elsewhere) {

  /**
   * @throws InputException if no gene lies on a contig of the reference, or one leaves its contig
   */
  static ReferenceInputs read(
      Genome genome,
      String referenceName,
      Path annotation,
      String annotationName,
      PrintStream err) {
    Genes read = AnnotationReader.read(annotation);
    List<Gene> all = read.genes();
    Map<String, Integer> contigs = genome.contigs();
    ContigNames names = new ContigNames(contigs.keySet());
    List<Gene> kept = new ArrayList<>();
    for (Gene gene : all) {
      Optional<String> contig = names.find(gene.contig());
      if (contig.isPresent()) {
        kept.add(gene.on(contig.get()));
      }
    }
    if (kept.isEmpty()) {
      throw new InputException(
          annotationName
              + ": no contig in common with "
              + referenceName
              + " (the annotation has "
              + all.get(0).contig()
              + ", the reference "
              + contigs.keySet().iterator().next()
              + "); give the annotation of this assembly");
    }
    kept.forEach(gene -> requireInside(gene, contigs.get(gene.contig()), annotationName));
    if (kept.size() < all.size()) {
      err.printf(
          "%s: %d of %d genes are on contigs that %s does not have%n",
          annotationName, all.size() - kept.size(), all.size(), referenceName);
    }
    return new ReferenceInputs(
        contigs, new Annotation(kept), read.dropped(), all.size() - kept.size());
  }

  private static void requireInside(Gene gene, int length, String annotationName) {
    int end = Math.max(gene.span().end(), gene.representative().span().end());
    if (end > length) {
      throw new InputException(
          annotationName
              + ": gene "
              + gene.symbol()
              + " ends at "
              + end
              + " but the reference's "
              + gene.contig()
              + " has "
              + length
              + " bases; give the annotation of this assembly");
    }
  }
}
