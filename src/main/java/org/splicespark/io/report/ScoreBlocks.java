package org.splicespark.io.report;

import java.util.List;
import java.util.stream.IntStream;

/** What a page says of a VCF's scores. */
record ScoreBlocks(VcfScores read) {
  private static final int CONTIGS_SHOWN = 30;
  private static final String COUNTED = "Alternates times genes, counted on a logarithmic axis.";
  private static final String CUTOFFS =
      "The cutoffs 0.2, 0.5 and 0.8 were found for SpliceAI; other models may want others.";
  private static final String CHANGES =
      "An entry has a gene's largest increase and largest decrease; a decrease counts by its size.";

  private boolean isOfDeltas() {
    return read.layout() == ScoreLayout.DELTAS;
  }

  private ScoreTally tally() {
    return read.tally();
  }

  private List<String> types() {
    return read.layout().types();
  }

  List<Block> blocks() {
    return List.of(distributions(), strongest(), contigs());
  }

  private Block distributions() {
    return Block.of(isOfDeltas() ? "Delta scores" : "Largest changes")
        .notes(List.of(COUNTED, isOfDeltas() ? CUTOFFS : CHANGES + " " + CUTOFFS))
        .table(Table.of(List.of("At least", "0.2", "0.5", "0.8"), above()))
        .figures(tally().scored() == 0 ? List.of() : histograms());
  }

  private List<Figure> histograms() {
    long most =
        IntStream.range(0, types().size())
            .mapToLong(type -> tally().histogram(type).largest())
            .max()
            .orElse(0);
    return IntStream.range(0, types().size())
        .mapToObj(
            type ->
                new Figure(
                    types().get(type),
                    "alleles",
                    isOfDeltas() ? "delta score" : "change of a site's score",
                    List.of(),
                    tally()
                        .histogram(type)
                        .plot(read.layout().inks().get(type), most, ScoreTally.CUTOFFS)))
        .toList();
  }

  private List<Row> above() {
    return IntStream.range(0, types().size())
        .mapToObj(
            type ->
                Row.of(
                    Cell.of(types().get(type)),
                    Cell.count(tally().above(type, 0)),
                    Cell.count(tally().above(type, 1)),
                    Cell.count(tally().above(type, 2))))
        .toList();
  }

  private Block strongest() {
    return Block.of("The strongest")
        .table(
            Table.of(
                List.of("Contig", "POS", "Change", "Gene", "Delta", "Of type", "At base"),
                tally().top().stream().map(this::row).toList()));
  }

  private Row row(TopAllele top) {
    ScoredEntry entry = top.entry();
    String ref = PictureSection.shortened(top.ref());
    return Row.of(
        Cell.of(top.contig()),
        Cell.count(top.position()),
        Cell.wrapping(ref + "\u2192" + PictureSection.shortened(entry.alt())),
        Cell.of(entry.symbol()),
        Cell.number(entry.largest(), 2),
        Cell.of(types().get(entry.best())),
        Cell.count(top.position() + (long) entry.places().get(entry.best())));
  }

  private Block contigs() {
    long most = tally().byContig().values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<Row> rows =
        tally().byContig().entrySet().stream()
            .limit(CONTIGS_SHOWN)
            .map(entry -> Row.of(Cell.of(entry.getKey()), Cell.bar(entry.getValue(), most)))
            .toList();
    int more = tally().byContig().size() - rows.size();
    return Block.of("Scores by contig")
        .notes(more > 0 ? List.of(more + " more contigs are not listed.") : List.of())
        .table(Table.of(List.of("Contig", "Scored alleles"), rows));
  }
}
