package org.splicespark.io.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sections as HTML that needs no other file. The template escapes all text; only plots, which are
 * made of numbers and words of our own, stand in it as they are.
 */
record Page(String title, String made, List<Section> sections) {

  void write(Writer out) throws IOException {
    try (InputStream template = Page.class.getResourceAsStream("page.html");
        Reader text = new InputStreamReader(template, StandardCharsets.UTF_8)) {
      Mustache.compiler().emptyStringIsFalse(true).compile(text).execute(fields(), out);
    }
  }

  private Map<String, Object> fields() {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      shown.add(section("run-" + (i + 1), sections.get(i)));
    }
    return Map.of("title", title, "made", made, "sections", shown);
  }

  private static Map<String, Object> section(String id, Section section) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", id);
    fields.put("kind", section.kind());
    fields.put("title", section.title());
    List<Map<String, Object>> blocks = new ArrayList<>();
    for (int i = 0; i < section.blocks().size(); i++) {
      blocks.add(block(id + "-" + (i + 1), section.blocks().get(i)));
    }
    fields.put("blocks", blocks);
    return fields;
  }

  private static Map<String, Object> block(String id, Block block) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", id);
    fields.put("title", block.title());
    fields.put("notes", block.notes());
    fields.put("hasFacts", !block.facts().isEmpty());
    fields.put("facts", block.facts());
    fields.put("tables", block.table().filter(t -> !t.rows().isEmpty()).stream().toList());
    List<Map<String, Object>> figures = new ArrayList<>();
    for (int i = 0; i < block.figures().size(); i++) {
      figures.add(figure(id + "-" + (i + 1), block.figures().get(i)));
    }
    fields.put("hasFigures", !figures.isEmpty());
    fields.put("figures", figures);
    return fields;
  }

  private static Map<String, Object> figure(String id, Figure figure) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", figure.title());
    fields.put("beside", figure.beside());
    fields.put("below", figure.below());
    fields.put("keys", figure.keys());
    fields.put("alternative", figure.alternative());
    fields.put("svg", figure.plot().svg(id));
    return fields;
  }
}
