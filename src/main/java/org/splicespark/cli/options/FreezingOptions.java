package org.splicespark.cli.options;

import org.splicespark.model.Flank;
import org.splicespark.train.Freezing;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a transfer leaves as it is. */
public final class FreezingOptions {
  @Option(
      names = {"-A", "--unfreeze-all"},
      description = "Train the whole network, whatever --unfreeze says.")
  private boolean all;

  @Option(
      names = {"-u", "--unfreeze"},
      paramLabel = "N",
      defaultValue = "1",
      description = "Train the last N residual units. Default: ${DEFAULT-VALUE}.")
  private int units;

  @Option(
      names = "--freeze-head",
      description = {
        "Leave the final convolution as it is, as OpenSpliceAI does; here it is trained by default."
      })
  private boolean freezeHead;

  @Option(
      names = "--update-frozen-statistics",
      description = {
        "Let batch statistics of units that are not trained move, as OpenSpliceAI does; here they"
            + " stay by default."
      })
  private boolean moving;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  public Freezing freezing(Flank flank) {
    Mistakes mistakes = new Mistakes(command);
    int most = flank.units().size();
    mistakes.require(
        units >= 0 && units <= most,
        "--unfreeze must be 0 to %d for a flank of %d, not %d"
            .formatted(most, flank.bases(), units));
    mistakes.require(
        all || units > 0 || !freezeHead, "--unfreeze 0 --freeze-head leaves nothing to train");
    return new Freezing(units, all, !freezeHead, moving);
  }
}
