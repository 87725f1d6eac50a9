package org.splicespark.variant;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Genome;
import org.splicespark.variant.AllelePlanner.Pending;
import org.splicespark.variant.Outcome.Scored;
import org.splicespark.variant.TrackScorer.Answered;

/**
 * Every alternate of every record gets one outcome per gene that it overlaps, or one outcome that
 * says why there is none. Plans all records it is given, asks the network once, reads the answers.
 * Not safe for threads.
 */
public final class VariantScorer {
  private final AlleleScorer scorer;
  private final AllelePlanner planner;
  private final TrackScorer reader;
  private final boolean everyGene;
  private final Rules rules;

  /**
   * @param annotation whose contigs are named as the genome names them
   * @throws IllegalArgumentException if the rules are not for what the network answers
   */
  public VariantScorer(
      Genome genome, Annotation annotation, AlleleScorer scorer, ScoringParameters parameters) {
    this.scorer = scorer;
    this.planner = new AllelePlanner(genome, annotation, parameters, scorer.flank());
    this.reader =
        parameters.rules() == Rules.PANGOLIN
            ? new TissueScorer(parameters, scorer.channels(), scorer.replicates())
            : new DeltaScorer(parameters, scorer.channels());
    this.rules = parameters.rules();
    this.everyGene = parameters.genes().every();
  }

  /**
   * One list per record: alternates in their order, for each the genes in the annotation's order,
   * or only the one with the largest score.
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
    List<List<Pending>> plans = records.stream().map(planner::plan).toList();
    List<Query> queries =
        plans.stream().flatMap(List::stream).map(Pending::query).filter(q -> q != null).toList();
    Supplier<List<Tracks>> asked = scorer.prepare(queries);
    return () -> outcomes(plans, asked.get());
  }

  /**
   * What a network of sites says of a record's alternates, one for each gene; none for what is
   * skipped.
   */
  public List<AlleleView> views(VariantRecord record) {
    List<Pending> asked = planner.plan(record).stream().filter(p -> p.query() != null).toList();
    Iterator<Tracks> next =
        scorer.prepare(asked.stream().map(Pending::query).toList()).get().iterator();
    return asked.stream().map(pending -> view(answered(pending, next.next()))).toList();
  }

  private AlleleView view(Answered answered) {
    return new AlleleView(answered, rules, (DeltaScore) reader.score(answered));
  }

  private static Answered answered(Pending pending, Tracks tracks) {
    return new Answered(pending.query(), tracks, pending.gene(), pending.pos());
  }

  private List<List<Outcome>> outcomes(List<List<Pending>> plans, List<Tracks> tracks) {
    Iterator<Tracks> next = tracks.iterator();
    List<List<Outcome>> outcomes = new ArrayList<>();
    for (List<Pending> plan : plans) {
      List<Outcome> ofRecord = new ArrayList<>();
      for (Pending pending : plan) {
        ofRecord.add(pending.query() == null ? pending.outcome() : read(pending, next.next()));
      }
      outcomes.add(everyGene ? ofRecord : MostSignificant.of(ofRecord));
    }
    return outcomes;
  }

  private Outcome read(Pending pending, Tracks tracks) {
    Score score = reader.score(answered(pending, tracks));
    return new Scored(pending.alt(), pending.gene().symbol(), score);
  }
}
