package org.splicespark.io.report;

import java.util.List;
import java.util.stream.IntStream;
import org.splicespark.io.picture.Ink;

/** What a page says of a VCF's scores. */
record ScoreBlocks(VcfScores read) {
  private static final int CONTIGS_SHOWN = 30;
  private static final List<String> TYPES = ScoredEntry.TYPES;
  private static final List<Ink> INKS = List.of(Ink.ORANGE, Ink.ORANGE, Ink.BLUE, Ink.BLUE);

  List<Block> blocks() {
    return List.of(distributions(), strongest(), contigs());
  }

  private Block distributions() {
    return Block.of("Delta scores")
        .notes(
            List.of(
                "Alternates times genes, counted on a logarithmic axis. The cutoffs 0.2, 0.5 and 0.8"
                    + " were found for SpliceAI; other models may want others."))
        .table(Table.of(List.of("At least", "0.2", "0.5", "0.8"), above()))
        .figures(read.scored() == 0 ? List.of() : histograms());
  }

  private List<Figure> histograms() {
    long most =
        IntStream.range(0, TYPES.size())
            .mapToLong(type -> read.histogram(type).largest())
            .max()
            .orElse(0);
    return IntStream.range(0, TYPES.size())
        .mapToObj(
            type ->
                new Figure(
                    TYPES.get(type),
                    "alleles",
                    "delta score",
                    List.of(),
                    read.histogram(type).plot(INKS.get(type), most, VcfScores.CUTOFFS)))
        .toList();
  }

  private List<Row> above() {
    return IntStream.range(0, TYPES.size())
        .mapToObj(
            type ->
                Row.of(
                    Cell.of(TYPES.get(type)),
                    Cell.count(read.above(type, 0)),
                    Cell.count(read.above(type, 1)),
                    Cell.count(read.above(type, 2))))
        .toList();
  }

  private Block strongest() {
    return Block.of("The strongest")
        .table(
            Table.of(
                List.of("Contig", "POS", "Change", "Gene", "Delta", "Of type", "At base"),
                read.top().stream().map(ScoreBlocks::row).toList()));
  }

  private static Row row(TopAllele top) {
    ScoredEntry entry = top.entry();
    String ref = PictureSection.shortened(top.ref());
    return Row.of(
        Cell.of(top.contig()),
        Cell.count(top.position()),
        Cell.of(ref + "\u2192" + PictureSection.shortened(entry.alt())),
        Cell.of(entry.symbol()),
        Cell.number(entry.largest(), 2),
        Cell.of(TYPES.get(entry.best())),
        Cell.count(top.position() + (long) entry.places().get(entry.best())));
  }

  private Block contigs() {
    long most = read.byContig().values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<Row> rows =
        read.byContig().entrySet().stream()
            .limit(CONTIGS_SHOWN)
            .map(entry -> Row.of(Cell.of(entry.getKey()), Cell.bar(entry.getValue(), most)))
            .toList();
    int more = read.byContig().size() - rows.size();
    return Block.of("Scores by contig")
        .notes(more > 0 ? List.of(more + " more contigs are not listed.") : List.of())
        .table(Table.of(List.of("Contig", "Scored alleles"), rows));
  }
}
