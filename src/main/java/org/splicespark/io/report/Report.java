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
  private final List<Run> runs;

  private Report(List<Run> runs) {
    this.runs = runs;
  }

  /**
   * Reads what commands left. VCFs and tables are read line by line; a page is as large for a
   * million records as for a thousand.
   *
   * @param paths files, or folders that are searched
   * @param infoKey where VCFs have their scores; empty to look for it
   * @param wanted how many of a VCF's strongest alleles are listed
   * @param messages takes lines about what is passed over
   * @throws org.splicespark.error.InputException if nothing is found below a path, or a file is
   *     broken
   */
  public static Report read(
      List<Path> paths, Optional<String> infoKey, int wanted, Consumer<String> messages)
      throws IOException {
    RunFinder finder = new RunFinder(infoKey, wanted, messages);
    List<Run> runs = new ArrayList<>();
    for (Path path : paths) {
      runs.addAll(finder.find(path));
    }
    return new Report(runs);
  }

  private List<VariantRun> variantRuns() {
    return runs.stream().filter(VariantRun.class::isInstance).map(VariantRun.class::cast).toList();
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
    List<Section> sections = new ArrayList<>(runs.stream().map(Run::section).toList());
    if (!pictures.isEmpty()) {
      sections.add(new PictureSection(pictures).section());
    }
    try (WholeFile file = WholeFile.create(html);
        Writer out = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8)) {
      new Page(title, made, sections).write(out);
      out.flush();
      file.finish();
    }
  }
}
