package org.splicespark.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.splicespark.model.ModelSource;
import org.splicespark.variant.InfoField;
import org.splicespark.variant.Profile;
import org.splicespark.variant.Rules;
import org.splicespark.variant.ScoringParameters;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is scored and how it is written: a profile, and what the command line changes in it. */
public final class ScoringOptions {

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "splicespark",
      description = {
        "All that a published program does by default, in one word: openspliceai, spliceai, ci-spliceai"
            + " or pangolin; see the table below. Options beside it win over it. Default:"
            + " ${DEFAULT-VALUE}."
      })
  private Profile profile;

  @Option(
      names = {"-D", "--distance"},
      paramLabel = "BASES",
      description =
          "Look this far on each side of a variant, 1 to 4999. Default: the profile's, 50 without.")
  private Integer distance;

  @Option(
      names = {"-M", "--mask"},
      paramLabel = "0|1",
      description = {
        "1: leave out gains at annotated sites and losses elsewhere. Default: the profile's, 0 without."
      })
  private Integer mask;

  @Option(
      names = "--compat",
      negatable = true,
      description = {
        "Exactly the rules of OpenSpliceAI and SpliceAI: no score for MNVs, for REF longer than 2D, for"
            + " windows that leave the contig; mask by the nearest exon boundary."
      })
  private Boolean compat;

  @Mixin private GeneChoiceOptions genes;

  @Option(
      names = "--tissue",
      paramLabel = "TISSUE",
      split = ",",
      description = {
        "With Pangolin's networks: look at this tissue only: heart, liver, brain or testis; several"
            + " times, or several with commas. Default: all that the networks know."
      })
  private List<String> tissues = new ArrayList<>();

  @Option(
      names = "--precision",
      paramLabel = "DECIMALS",
      description = "Decimals of a score, 0 to 9. Default: the profile's, 2 in all of them.")
  private Integer precision;

  @Option(
      names = "--info-key",
      paramLabel = "KEY",
      description = {
        "Name of the INFO entry; reasons for alleles without a score go to KEY_STATUS. Default: the"
            + " profile's; without, the name of the model's program: OpenSpliceAI, SpliceAI, CISpliceAI."
      })
  private String infoKey;

  private CommandSpec command;

  @Spec(Spec.Target.MIXEE)
  void setCommand(CommandSpec mixee) {
    command = mixee;
    List<String> lines = new ArrayList<>(List.of("", "Profiles:"));
    lines.addAll(ProfileTable.lines());
    command.usageMessage().footer(lines.toArray(String[]::new));
  }

  public Profile profile() {
    return profile;
  }

  public ScoringParameters parameters() {
    ScoringParameters usual = profile.scoring();
    Mistakes mistakes = new Mistakes(command);
    mistakes.require(mask == null || mask == 0 || mask == 1, "--mask must be 0 or 1, not " + mask);
    mistakes.require(
        compat == null || usual.rules() != Rules.PANGOLIN,
        "--compat is about acceptors and donors; --profile pangolin has rules of its own");
    mistakes.require(
        tissues.isEmpty() || usual.rules() == Rules.PANGOLIN,
        "--tissue is for --profile pangolin; other networks know no tissue");
    return checked(
        "--",
        () ->
            new ScoringParameters(
                Objects.requireNonNullElse(distance, usual.distance()),
                mask == null ? usual.masked() : mask == 1,
                rules(usual.rules()),
                genes.over(usual.genes()),
                tissues));
  }

  private Rules rules(Rules usual) {
    if (compat == null) {
      return usual;
    }
    return compat ? Rules.COMPAT : Rules.OWN;
  }

  public InfoField info() {
    InfoField usual = profile.info();
    return checked(
        "--info-key, --precision: ",
        () ->
            new InfoField(
                Objects.requireNonNullElse(infoKey, usual.key()),
                Objects.requireNonNullElse(precision, usual.decimals()),
                rules(profile.scoring().rules()).signsZero(),
                usual.layout(),
                usual.title()));
  }

  /**
   * How these networks' scores are written: without a profile or a key, under the name of the
   * program that published them.
   */
  public InfoField infoOf(ModelSource models) {
    boolean open = infoKey == null && profile == Profile.SPLICESPARK;
    return open ? info().named(models.family()) : info();
  }

  /** That the networks are not those of the profile's program, in a line; empty if they are. */
  public Optional<String> note(String name, ModelSource models) {
    return new ProfileCheck(profile, name, models).note();
  }

  private <T> T checked(String options, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new Mistakes(command).usage(options + e.getMessage());
    }
  }

  /**
   * That the profile is one for these networks.
   *
   * @param name what the command line calls them
   * @throws org.splicespark.error.InputException if it is not
   */
  public void requireFor(String name, ModelSource models) {
    new ProfileCheck(profile, name, models).requireFit();
    List<String> known = models.channels().names();
    for (String tissue : tissues) {
      new Mistakes(command)
          .require(
              known.contains(tissue),
              "--tissue " + tissue + ": " + name + " knows " + String.join(", ", known));
    }
  }
}
