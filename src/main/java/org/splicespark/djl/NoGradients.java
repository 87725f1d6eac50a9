package org.splicespark.djl;

import ai.djl.pytorch.jni.JniUtils;

/**
 * Turns gradients off in this thread until closed. DJL does so in the thread that loads the library
 * only; in any other, scoring would record a graph of all that it computes.
 */
final class NoGradients implements AutoCloseable {
  private final boolean before;

  NoGradients() {
    NativeGate.enter();
    before = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
  }

  @Override
  public void close() {
    JniUtils.setGradMode(before);
    NativeGate.leave();
  }
}
