package org.splicespark.io.hdf5;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.OneHot;
import org.splicespark.error.InputException;

/** X and Y of the same number: the chunks of a shard. */
record TensorPair(Tensor x, Tensor y) {

  /**
   * @throws InputException if one has more windows
   */
  TensorPair {
    if (x.count() != y.count()) {
      throw new InputException(
          x.place() + " has " + x.count() + " windows, and its Y has " + y.count());
    }
  }

  int count() {
    return x.count();
  }

  Iterator<Chunk> chunks() {
    var bases = new WindowCursor(x, OneHot::codes);
    var labels = new WindowCursor(y, OneHot::classes);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return bases.hasNext();
      }

      @Override
      public Chunk next() {
        if (!hasNext()) {
          throw new NoSuchElementException("beyond the last chunk of " + x.place());
        }
        return new Chunk(bases.next(), labels.next());
      }
    };
  }
}
