package org.splicespark.io.training;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Named values of a JSON object. JSON has no NaN and no infinity: they are written as null. */
record JsonFields(JsonGenerator out) {

  /** What an object has in it. */
  @FunctionalInterface
  interface Body {
    void write() throws IOException;
  }

  /** What an object of a list has in it. */
  @FunctionalInterface
  interface Item<T> {
    void write(T item) throws IOException;
  }

  void text(String name, String value) throws IOException {
    out.writeStringField(name, value);
  }

  void flag(String name, boolean value) throws IOException {
    out.writeBooleanField(name, value);
  }

  void count(String name, long value) throws IOException {
    out.writeNumberField(name, value);
  }

  void number(String name, double value) throws IOException {
    out.writeFieldName(name);
    number(value);
  }

  void numbers(String name, List<Double> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (double value : values) {
      number(value);
    }
    out.writeEndArray();
  }

  void counts(String name, List<Integer> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (int value : values) {
      out.writeNumber(value);
    }
    out.writeEndArray();
  }

  void object(String name, Body body) throws IOException {
    out.writeObjectFieldStart(name);
    body.write();
    out.writeEndObject();
  }

  <T> void objects(String name, List<T> items, Item<T> body) throws IOException {
    out.writeArrayFieldStart(name);
    for (T item : items) {
      out.writeStartObject();
      body.write(item);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void number(double value) throws IOException {
    if (Double.isFinite(value)) {
      out.writeNumber(value);
    } else {
      out.writeNull();
    }
  }
}
