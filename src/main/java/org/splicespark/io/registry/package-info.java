/**
 * The published models: what the manifest says of each, where their files lie on this machine, and
 * how they get there. {@link org.splicespark.io.registry.ModelManifest} knows the names, {@link
 * org.splicespark.io.registry.ModelCache} the places, {@link
 * org.splicespark.io.registry.ModelDownload} the way.
 */
package org.splicespark.io.registry;
