package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LabelledLinesTest {
  @Test
  void linesOfSeveralComeWholeAndLabelled() {
    var bytes = new ByteArrayOutputStream();
    PrintStream target = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    PrintStream one = LabelledLines.on(target, "one: ");
    PrintStream two = LabelledLines.on(target, "two: ");
    one.print("half ");
    two.println("a whole line, µ");
    one.println("and half");
    two.print("rest");
    two.close();
    one.close();
    assertEquals(
        "two: a whole line, µ\none: half and half\ntwo: rest\n",
        bytes.toString(StandardCharsets.UTF_8));
    assertFalse(target.checkError());
  }
}
