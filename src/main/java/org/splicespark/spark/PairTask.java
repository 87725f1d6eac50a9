package org.splicespark.spark;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.splicespark.dataset.paralog.ParalogMatch;
import org.splicespark.dataset.paralog.ParalogParameters;
import org.splicespark.dataset.paralog.ParalogSearch;
import org.splicespark.genome.Genome;
import scala.Tuple2;

/** Aligns a held-out gene with its candidates and keeps the best paralog, if there is one. */
record PairTask(
    Broadcast<List<GeneBases>> heldOut,
    Broadcast<List<GeneBases>> train,
    GenomeOpener opener,
    ParalogParameters parameters)
    implements PairFlatMapFunction<Tuple2<Integer, Iterable<Integer>>, Integer, ParalogMatch> {

  @Override
  public Iterator<Tuple2<Integer, ParalogMatch>> call(Tuple2<Integer, Iterable<Integer>> pairs) {
    Genome genome = opener.open();
    GeneBases gene = heldOut.value().get(pairs._1());
    ParalogSearch search = new ParalogSearch(gene.name(), gene.read(genome), parameters);
    return StreamSupport.stream(pairs._2().spliterator(), false)
        .map(index -> train.value().get(index))
        .flatMap(other -> search.match(other.name(), other.read(genome)).stream())
        .min(ParalogMatch.BEST_FIRST)
        .map(match -> Collections.singleton(new Tuple2<>(gene.index(), match)).iterator())
        .orElse(Collections.emptyIterator());
  }
}
