package org.splicespark.io.report;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.splicespark.io.WholeFile;
import org.splicespark.variant.ScoringParameters;

/** Runs, and the page about them. */
public final class Report {
  private static final int SAID = 50;

  private final List<ShownRun> runs;
  private final List<String> leftOut;

  private Report(List<ShownRun> runs, List<String> leftOut) {
    this.runs = runs;
    this.leftOut = leftOut;
  }

  /**
   * Reads what commands left. VCFs and tables are read line by line; a page is as large for a
   * million records as for a thousand. What lies in a folder and cannot be used is left out.
   *
   * @param paths files, or folders that are searched
   * @param infoKey where VCFs have their scores; empty to look for it
   * @param wanted how many of a VCF's strongest alleles are listed
   * @param messages takes lines about what is left out
   * @throws org.splicespark.error.InputException if nothing is found below a path, or a file that
   *     is a path is broken
   */
  public static Report read(
      List<Path> paths, Optional<String> infoKey, int wanted, Consumer<String> messages)
      throws IOException {
    List<String> leftOut = new ArrayList<>();
    RunFinder finder = new RunFinder(infoKey, wanted, leftOut::add);
    List<ShownRun> runs = new ArrayList<>();
    for (Path path : paths) {
      runs.addAll(finder.find(path));
    }
    leftOut.forEach(file -> messages.accept("left out: " + file));
    return new Report(runs, leftOut);
  }

  private List<VariantRun> variantRuns() {
    return runs.stream()
        .map(ShownRun::run)
        .filter(VariantRun.class::isInstance)
        .map(VariantRun.class::cast)
        .toList();
  }

  /** How the first VCF that says so was scored. */
  public Optional<ScoringParameters> scoring() {
    return variantRuns().stream().flatMap(run -> run.scoring().stream()).findFirst();
  }

  /**
   * The strongest alleles of each VCF, as many as are listed at most.
   *
   * @param each how many of each VCF
   */
  public List<ChosenAllele> strongest(int each) {
    Map<String, ChosenAllele> chosen = new LinkedHashMap<>();
    for (VariantRun run : variantRuns()) {
      Map<String, ChosenAllele> ofRun = new LinkedHashMap<>();
      run.drawable().forEach(allele -> ofRun.putIfAbsent(allele.name(), allele));
      ofRun.values().stream().limit(each).forEach(a -> chosen.putIfAbsent(a.name(), a));
    }
    return List.copyOf(chosen.values());
  }

  /**
   * Writes the page; it is there whole or not at all, and replaces one that is there.
   *
   * @param html in a folder that is there
   * @param made what made the page, in words
   */
  public void write(Path html, String title, String made, List<Picture> pictures)
      throws IOException {
    List<Section> sections = new ArrayList<>(runs.stream().map(ShownRun::section).toList());
    if (!pictures.isEmpty()) {
      sections.add(new PictureSection(pictures).section());
    }
    if (!leftOut.isEmpty()) {
      sections.add(unused());
    }
    try (WholeFile file = WholeFile.create(html);
        Writer out = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8)) {
      new Page(title, made, sections).write(out);
      out.flush();
      file.finish();
    }
  }

  private Section unused() {
    List<String> said = new ArrayList<>();
    leftOut.stream().limit(SAID).forEach(file -> said.add("left out: " + file));
    if (leftOut.size() > SAID) {
      said.add((leftOut.size() - SAID) + " more.");
    }
    return new Section("files", "Left out", List.of(Block.of("Not used").notes(said)));
  }
}
