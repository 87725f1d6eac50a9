package org.splicespark.djl;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.splicespark.model.Channels;
import org.splicespark.model.Family;
import org.splicespark.model.Flank;

/**
 * What Pangolin (Zeng and Li, Genome Biology 2022) calls the network's parameters. Each file has
 * eight output layers, and was trained for one of them, which its name tells: {@code
 * final.REPLICATE.HEAD.3.v2}. Layers 0, 2, 4 and 6 say whether a base is a splice site in a tissue;
 * the others say how much a site is used, which is another question.
 */
final class PangolinNames implements PublishedNames {
  private static final Pattern FILE = Pattern.compile("final\\.([0-9]+)\\.([0-7])\\.3(\\.v2)?");
  private static final List<String> TISSUES = List.of("heart", "liver", "brain", "testis");
  private static final int HEADS = 2 * TISSUES.size();
  private static final String BLOCKS = "resblocks.";

  private final int head;
  private final Map<String, String> modules = new HashMap<>();

  private PangolinNames(int head) {
    this.head = head;
    modules.put(ParameterNames.STEM, "conv1");
    modules.put(ParameterNames.skip(0), "skip");
    int units = Flank.F10000.units().size();
    for (int i = 0; i < units; i++) {
      for (int half = 1; half <= 2; half++) {
        String ours = ParameterNames.unit(i);
        modules.put(ours + ".batchnorm" + half, BLOCKS + i + ".bn" + half);
        modules.put(ours + ".conv" + half, BLOCKS + i + ".conv" + half);
      }
    }
    for (int k = 1; k <= units / Flank.UNITS_PER_SKIP; k++) {
      modules.put(ParameterNames.skip(k), "convs." + (k - 1));
    }
    modules.put(ParameterNames.HEAD, last(head));
  }

  private static String last(int head) {
    return "conv_last" + (head + 1);
  }

  /** True for the name of a published file. */
  static boolean isFileName(String name) {
    return FILE.matcher(name).matches();
  }

  /** Which of two trainings a published file is of: {@code v1} or {@code v2}. */
  static String version(String file) {
    return file.endsWith(".v2") ? "v2" : "v1";
  }

  /** True if the parameters are called so. */
  static boolean areIn(StateDict dict) {
    return dict.tensor(BLOCKS + "0.conv1.weight").isPresent();
  }

  /**
   * @throws MalformedCheckpoint if the name does not tell the tissue
   */
  static PangolinNames ofFile(String file) {
    Matcher name = FILE.matcher(Path.of(file).getFileName().toString());
    if (!name.matches()) {
      throw new MalformedCheckpoint(
          "is a network of Pangolin, and only its name says which tissue it was trained for: call it"
              + " final.REPLICATE.HEAD.3.v2 as published");
    }
    int head = Integer.parseInt(name.group(2));
    if (head % 2 != 0) {
      throw new MalformedCheckpoint(
          "is a network of Pangolin for how much sites are used (head "
              + head
              + "); those for where sites are have heads 0, 2, 4, 6");
    }
    return new PangolinNames(head);
  }

  @Override
  public Family family() {
    return Family.PANGOLIN;
  }

  @Override
  public Channels channels() {
    return Channels.tissues(List.of(TISSUES.get(head / 2)));
  }

  /** Where its tissue stands among all. */
  static int place(Channels channels) {
    return TISSUES.indexOf(channels.names().get(0));
  }

  @Override
  public String of(String ours) {
    int dot = ours.lastIndexOf('.');
    String module = modules.get(ours.substring(0, dot));
    return module == null ? ours : module + ours.substring(dot);
  }

  @Override
  public Set<String> unused() {
    Set<String> unused = new HashSet<>();
    for (int other = 0; other < HEADS; other++) {
      if (other != head) {
        unused.add(last(other) + ".weight");
        unused.add(last(other) + ".bias");
      }
    }
    return unused;
  }
}
