package org.splicespark.io.report;

/** A name and what it is. */
record Fact(String name, String value) {}
