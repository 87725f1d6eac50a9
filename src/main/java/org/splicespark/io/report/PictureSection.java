package org.splicespark.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.splicespark.genome.Strand;
import org.splicespark.io.picture.Ink;
import org.splicespark.io.picture.TrackPlot;
import org.splicespark.model.SiteType;
import org.splicespark.variant.AlleleView;
import org.splicespark.variant.DeltaScore;
import org.splicespark.variant.Score.Peak;

/** Chosen alleles, gene by gene: what the network sees in the reference and in the alternate. */
record PictureSection(List<Picture> pictures) {
  private static final double NOTABLE = 0.011;
  private static final int SHORT = 24;

  Section section() {
    List<Block> blocks = new ArrayList<>();
    for (Picture picture : pictures) {
      String name = title(picture.allele());
      if (picture.views().isEmpty()) {
        blocks.add(Block.of(name).notes(List.of("No score: " + picture.without() + ".")));
      }
      picture.views().forEach(view -> blocks.add(block(name, picture, view)));
    }
    return new Section("alleles", "Pictures of alleles", blocks);
  }

  private static String title(ChosenAllele allele) {
    return allele.contig()
        + ":"
        + allele.position()
        + " "
        + shortened(allele.ref())
        + "\u2192"
        + shortened(allele.alt());
  }

  static String shortened(String bases) {
    return bases.length() <= SHORT
        ? bases
        : bases.substring(0, SHORT - 8) + "\u2026 (" + bases.length() + " bases)";
  }

  private static Block block(String name, Picture picture, AlleleView view) {
    boolean plus = view.gene().strand() == Strand.PLUS;
    List<String> notes = new ArrayList<>();
    notes.add(
        view.gene().symbol()
            + (plus
                ? ", plus strand, read from left to right."
                : ", minus strand, read from right to left.")
            + (view.gene().exons().isEmpty()
                ? " Its exons do not pair up and are not drawn."
                : ""));
    picture
        .allele()
        .said()
        .filter(said -> said.symbol().equals(view.gene().symbol()))
        .filter(said -> differs(said.deltas(), view.score()))
        .ifPresent(
            said -> notes.add("The VCF has other scores: was it another model? " + said.deltas()));
    return Block.of(name + " in " + view.gene().symbol())
        .notes(notes)
        .table(table(view.score()))
        .figures(List.of(figure(view, SiteType.ACCEPTOR), figure(view, SiteType.DONOR)));
  }

  private static boolean differs(List<Double> said, DeltaScore score) {
    List<Peak> peaks = peaks(score);
    return IntStream.range(0, said.size())
        .anyMatch(i -> Math.abs(said.get(i) - peaks.get(i).score()) > NOTABLE);
  }

  private static List<Peak> peaks(DeltaScore score) {
    return List.of(
        score.acceptorGain(), score.acceptorLoss(), score.donorGain(), score.donorLoss());
  }

  private static Table table(DeltaScore score) {
    List<Peak> peaks = peaks(score);
    List<Row> rows =
        IntStream.range(0, peaks.size())
            .mapToObj(
                i ->
                    Row.of(
                        Cell.of(ScoreLayout.DELTAS.types().get(i)),
                        Cell.number(peaks.get(i).score(), 2),
                        new Cell(signed(peaks.get(i).position()), true, "")))
            .toList();
    return Table.of(List.of("Change", "Delta", "Bases from POS"), rows);
  }

  private static String signed(int place) {
    return String.format(Locale.ROOT, place == 0 ? "%d" : "%+d", place).replace('-', '\u2212');
  }

  private static Figure figure(AlleleView view, SiteType type) {
    List<Key> keys =
        Stream.of(Key.of(Ink.GREY, "reference"), Key.of(TrackPlot.ink(type), "alternate")).toList();
    return new Figure(
        type == SiteType.ACCEPTOR ? "Acceptors" : "Donors",
        "probability",
        "bases from POS; below, exons of the gene",
        keys,
        TrackPlot.of(view, type));
  }
}
