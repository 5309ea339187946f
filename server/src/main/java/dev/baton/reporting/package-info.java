/** Numbers about what has happened, read from the log and never kept beside it. */
package dev.baton.reporting;
