package org.splicespark.djl;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The element types of PyTorch's storages, by the class that a checkpoint names for each. */
enum ElementType {
  FLOAT32("FloatStorage", 4) {
    @Override
    double real(ByteBuffer bytes, int index) {
      return bytes.getFloat(4 * index);
    }
  },
  FLOAT64("DoubleStorage", 8) {
    @Override
    double real(ByteBuffer bytes, int index) {
      return bytes.getDouble(8 * index);
    }
  },
  FLOAT16("HalfStorage", 2) {
    @Override
    double real(ByteBuffer bytes, int index) {
      return half(bytes.getShort(2 * index));
    }
  },
  BFLOAT16("BFloat16Storage", 2) {
    @Override
    double real(ByteBuffer bytes, int index) {
      return Float.intBitsToFloat(bytes.getShort(2 * index) << 16);
    }
  },
  INT64("LongStorage", 8) {
    @Override
    long whole(ByteBuffer bytes, int index) {
      return bytes.getLong(8 * index);
    }
  },
  INT32("IntStorage", 4) {
    @Override
    long whole(ByteBuffer bytes, int index) {
      return bytes.getInt(4 * index);
    }
  },
  INT16("ShortStorage", 2) {
    @Override
    long whole(ByteBuffer bytes, int index) {
      return bytes.getShort(2 * index);
    }
  },
  INT8("CharStorage", 1) {
    @Override
    long whole(ByteBuffer bytes, int index) {
      return bytes.get(index);
    }
  },
  UINT8("ByteStorage", 1) {
    @Override
    long whole(ByteBuffer bytes, int index) {
      return bytes.get(index) & 0xff;
    }
  },
  BOOL("BoolStorage", 1) {
    @Override
    long whole(ByteBuffer bytes, int index) {
      return bytes.get(index);
    }
  };

  private final String storage;
  private final int bytes;

  ElementType(String storage, int bytes) {
    this.storage = storage;
    this.bytes = bytes;
  }

  /** The type whose storage class in module {@code torch} has this name. */
  static Optional<ElementType> ofStorage(String name) {
    return Arrays.stream(values()).filter(type -> type.storage.equals(name)).findFirst();
  }

  /** The storage class in module {@code torch}. */
  String storage() {
    return storage;
  }

  /** Bytes of one element. */
  int bytes() {
    return bytes;
  }

  double real(ByteBuffer bytes, int index) {
    return whole(bytes, index);
  }

  long whole(ByteBuffer bytes, int index) {
    throw new MalformedCheckpoint("has " + name() + " where it should have whole numbers");
  }

  /** IEEE 754 binary16; {@code Float.float16ToFloat} came after Java 17. */
  private static double half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double size;
    if (exponent == 0x1f) {
      size = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else if (exponent == 0) {
      size = Math.scalb((double) fraction, -24);
    } else {
      size = Math.scalb((double) (fraction | 0x400), exponent - 25);
    }
    return bits < 0 ? -size : size;
  }
}
