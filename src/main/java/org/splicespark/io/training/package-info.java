/** What a training writes while it goes on: tables, JSON and the published trainer's logs. */
package org.splicespark.io.training;
