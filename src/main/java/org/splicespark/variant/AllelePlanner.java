package org.splicespark.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.ContigNames;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;
import org.splicespark.variant.Outcome.Skipped;

/**
 * From records to what the network must be asked about them: one question per alternate and gene,
 * or the reason why there is none. Not safe for threads.
 */
final class AllelePlanner {
  private final ContigNames contigNames;
  private final ScoringParameters parameters;
  private final Spelling spelling;
  private final Eligibility eligibility;
  private final Targets targets;

  AllelePlanner(Genome genome, Annotation annotation, ScoringParameters parameters, int flank) {
    this.contigNames = new ContigNames(genome.contigs().keySet());
    this.parameters = parameters;
    this.spelling = new Spelling(genome);
    this.eligibility = new Eligibility(genome, parameters, flank);
    this.targets = new Targets(annotation, genome, parameters);
  }

  /**
   * An outcome, or the question that must be asked to know it.
   *
   * @param pos first base of the record, 0-based
   * @param gene null where the outcome is known
   * @param query null where the outcome is known
   * @param outcome null where a question must be asked
   */
  record Pending(String alt, int pos, TargetGene gene, Query query, Outcome outcome) {}

  /** Alternates in their order, for each the genes in the annotation's order. */
  List<Pending> plan(VariantRecord record) {
    List<Pending> plan = new ArrayList<>();
    Optional<String> contig = contigNames.find(record.contig());
    List<String> alts = record.alts().isEmpty() ? List.of(".") : record.alts();
    for (int i = 0; i < alts.size(); i++) {
      if (contig.isEmpty()) {
        plan.add(skipped(record, alts.get(i), "", SkipReason.CONTIG_UNKNOWN));
      } else if (i > 0 && parameters.rules() == Rules.PANGOLIN) {
        plan.add(skipped(record, alts.get(i), "", SkipReason.LATER_ALT));
      } else {
        plan(plan, record, contig.get(), alts.get(i));
      }
    }
    return plan;
  }

  private void plan(List<Pending> plan, VariantRecord record, String contig, String alt) {
    Optional<SkipReason> reason = eligibility.ofSpelling(record.ref(), alt);
    if (!eligibility.isInside(contig, record)) {
      plan.add(skipped(record, alt, "", reason.orElse(SkipReason.REF_MISMATCH)));
      return;
    }
    Optional<Allele> allele = Optional.empty();
    if (reason.isEmpty()) {
      Allele spelled = new Allele(contig, record.start(), upper(record.ref()), upper(alt));
      reason = eligibility.ofPlace(spelled, record.ref());
      // Only an allele that agrees with the reference can be moved along it.
      boolean moves = reason.isEmpty() && parameters.rules().reducesSpellings();
      allele = Optional.of(moves ? spelling.reduced(spelled) : spelled);
    }
    int start = allele.map(Allele::start).orElse(record.start());
    int bases = allele.map(parameters.rules()::basesInGene).orElse(1);
    List<TargetGene> genes = targets.at(new Interval(contig, start, start + bases));
    if (genes.isEmpty()) {
      plan.add(
          skipped(record, alt, "", reason.filter(this::isOfSpelling).orElse(SkipReason.NO_GENE)));
    }
    for (TargetGene gene : genes) {
      plan.add(
          reason.isPresent()
              ? skipped(record, alt, gene.symbol(), reason.get())
              : asked(record, alt, gene, allele.orElseThrow()));
    }
  }

  private boolean isOfSpelling(SkipReason reason) {
    return switch (reason) {
      case NO_ALT, SYMBOLIC, STAR, IUPAC -> true;
      default -> false;
    };
  }

  private Pending asked(VariantRecord record, String alt, TargetGene gene, Allele allele) {
    Query query = parameters.rules().query(targets.read(gene), allele, parameters.distance());
    return new Pending(alt, record.start(), gene, query, null);
  }

  private static Pending skipped(
      VariantRecord record, String alt, String symbol, SkipReason reason) {
    return new Pending(alt, record.start(), null, null, new Skipped(alt, symbol, reason));
  }

  private static String upper(String bases) {
    return bases.toUpperCase(Locale.ROOT);
  }
}
