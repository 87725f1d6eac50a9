package org.splicespark.calibrate;

/** How the temperature with the least loss is looked for. */
public enum Optimizer {
  /** Some ten passes to the minimum. */
  NEWTON {
    @Override
    public Fit fit(Likelihood likelihood, Classes classes) {
      return new NewtonFit(likelihood, classes).run();
    }
  },
  /** As the published program does, which stops before the minimum. */
  ADAM {
    @Override
    public Fit fit(Likelihood likelihood, Classes classes) {
      return new AdamFit(likelihood, classes).run();
    }
  };

  public abstract Fit fit(Likelihood likelihood, Classes classes);
}
