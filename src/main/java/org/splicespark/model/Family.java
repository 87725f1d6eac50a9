package org.splicespark.model;

/**
 * The published families of networks. All have one plan (Jaganathan et al., Cell 2019, figure 1A);
 * this is what differs.
 */
public enum Family {
  /** Chao et al. 2025, in PyTorch. */
  OPENSPLICEAI("OpenSpliceAI", 0.1f, 1e-5f, 3, 0),
  /** Jaganathan et al. 2019, in Keras. */
  SPLICEAI("SpliceAI", 0f, 1e-3f, 3, 0),
  /** Strauch et al. 2022, in Keras. */
  CI_SPLICEAI("CI-SpliceAI", 0f, 1e-3f, 3, 0),
  /** Zeng and Li 2022, in PyTorch: a network per tissue, of which no site or a site is asked. */
  PANGOLIN("Pangolin", 0f, 1e-5f, 2, 1);

  private final String label;
  private final float slope;
  private final float epsilon;
  private final int outputs;
  private final int firstAnswer;

  Family(String label, float slope, float epsilon, int outputs, int firstAnswer) {
    this.label = label;
    this.slope = slope;
    this.epsilon = epsilon;
    this.outputs = outputs;
    this.firstAnswer = firstAnswer;
  }

  /** Its published name. */
  public String label() {
    return label;
  }

  /** What the activation multiplies values below zero by. */
  public float slope() {
    return slope;
  }

  /** Added to the variance by batch normalisation. */
  public float epsilon() {
    return epsilon;
  }

  /** Channels of the last convolution, over which the softmax goes. */
  public int outputs() {
    return outputs;
  }

  /** The first of these channels that is an answer; all behind it are too. */
  public int firstAnswer() {
    return firstAnswer;
  }
}
