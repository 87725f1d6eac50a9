package org.splicespark.variant;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.ContigNames;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;
import org.splicespark.variant.Outcome.Scored;
import org.splicespark.variant.Outcome.Skipped;

/**
 * Every alternate of every record gets one outcome per gene that it overlaps, or one outcome that
 * says why there is none. Plans all records it is given, asks the network once, reads the answers.
 * Not safe for threads.
 */
public final class VariantScorer {
  private final Annotation annotation;
  private final ContigNames contigNames;
  private final ScoringParameters parameters;
  private final AlleleScorer scorer;
  private final Spelling spelling;
  private final Eligibility eligibility;
  private final DeltaScorer deltas;
  private final Map<Gene, TargetGene> targets = new IdentityHashMap<>();

  /**
   * @param annotation whose contigs are named as the genome names them
   */
  public VariantScorer(
      Genome genome, Annotation annotation, AlleleScorer scorer, ScoringParameters parameters) {
    this.annotation = annotation;
    this.contigNames = new ContigNames(genome.contigs().keySet());
    this.parameters = parameters;
    this.scorer = scorer;
    this.spelling = new Spelling(genome);
    this.eligibility = new Eligibility(genome, parameters, scorer.flank());
    this.deltas = new DeltaScorer(parameters);
  }

  /** An outcome, or the question that must be asked to know it. */
  private record Pending(String alt, int pos, Gene gene, Query query, Outcome outcome) {}

  /**
   * One list per record: alternates in their order, for each the genes in the annotation's order.
   */
  public List<List<Outcome>> score(List<VariantRecord> records) {
    return prepare(records).get();
  }

  /**
   * Plans the records and reads the genome; what comes back asks the network and gives the
   * outcomes. The two may run on different threads, and one set of records may be prepared while
   * another is scored.
   */
  public Supplier<List<List<Outcome>>> prepare(List<VariantRecord> records) {
    List<List<Pending>> plans = records.stream().map(this::plan).toList();
    List<Query> queries =
        plans.stream().flatMap(List::stream).map(Pending::query).filter(q -> q != null).toList();
    Supplier<List<Tracks>> asked = scorer.prepare(queries);
    return () -> outcomes(plans, asked.get());
  }

  /**
   * What the network says of a record's alternates, one for each gene; none for what is skipped.
   */
  public List<AlleleView> views(VariantRecord record) {
    List<Pending> asked = plan(record).stream().filter(p -> p.query() != null).toList();
    Iterator<Tracks> next =
        scorer.prepare(asked.stream().map(Pending::query).toList()).get().iterator();
    return asked.stream().map(pending -> view(pending, next.next())).toList();
  }

  private AlleleView view(Pending pending, Tracks tracks) {
    DeltaScore score = deltas.score(pending.query(), tracks, pending.pos());
    return new AlleleView(pending.gene(), pending.pos(), pending.query(), tracks, score);
  }

  private List<List<Outcome>> outcomes(List<List<Pending>> plans, List<Tracks> tracks) {
    Iterator<Tracks> next = tracks.iterator();
    List<List<Outcome>> outcomes = new ArrayList<>();
    for (List<Pending> plan : plans) {
      List<Outcome> ofRecord = new ArrayList<>();
      for (Pending pending : plan) {
        ofRecord.add(pending.query() == null ? pending.outcome() : read(pending, next.next()));
      }
      outcomes.add(ofRecord);
    }
    return outcomes;
  }

  private Outcome read(Pending pending, Tracks tracks) {
    DeltaScore score = deltas.score(pending.query(), tracks, pending.pos());
    return new Scored(pending.alt(), pending.query().gene().symbol(), score);
  }

  private List<Pending> plan(VariantRecord record) {
    List<Pending> plan = new ArrayList<>();
    Optional<String> contig = contigNames.find(record.contig());
    for (String alt : record.alts().isEmpty() ? List.of(".") : record.alts()) {
      if (contig.isEmpty()) {
        plan.add(skipped(record, alt, "", SkipReason.CONTIG_UNKNOWN));
      } else {
        plan(plan, record, contig.get(), alt);
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
      boolean agrees = reason.isEmpty() && !parameters.compat();
      allele = Optional.of(agrees ? spelling.reduced(spelled) : spelled);
    }
    int start = allele.map(Allele::start).orElse(record.start());
    // The published scorers look at POS alone; a deletion that reaches into a gene counts too,
    // unless in compat mode.
    int bases = parameters.compat() ? 1 : allele.map(Allele::refLength).orElse(1);
    List<Gene> genes = annotation.overlapping(new Interval(contig, start, start + bases));
    if (genes.isEmpty()) {
      plan.add(
          skipped(record, alt, "", reason.filter(this::isOfSpelling).orElse(SkipReason.NO_GENE)));
    }
    for (Gene gene : genes) {
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

  private Pending asked(VariantRecord record, String alt, Gene gene, Allele allele) {
    TargetGene target = targets.computeIfAbsent(gene, TargetGene::of);
    int distance = parameters.distance();
    Query query =
        parameters.compat()
            ? Query.compat(target, allele, distance)
            : Query.of(target, allele, distance);
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
