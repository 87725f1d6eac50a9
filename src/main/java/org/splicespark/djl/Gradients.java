package org.splicespark.djl;

import ai.djl.pytorch.jni.JniUtils;

/** Turns gradients on in this thread until closed: what is computed is recorded. */
final class Gradients implements AutoCloseable {
  private final boolean before;

  Gradients() {
    NativeGate.enter();
    before = JniUtils.isGradMode();
    JniUtils.setGradMode(true);
  }

  @Override
  public void close() {
    JniUtils.setGradMode(before);
    NativeGate.leave();
  }
}
