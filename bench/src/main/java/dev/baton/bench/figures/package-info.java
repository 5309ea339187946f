/**
 * {@code ./baton bench}: what this machine gets out of Baton, each figure beside a baseline taken in the same run.
 *
 * <p>{@link dev.baton.bench.figures.BenchCommand} runs the figures in an order in which none disturbs the next; {@link
 * dev.baton.bench.figures.Ground} is the server, the database and the people that they share; {@link
 * dev.baton.bench.figures.Table} is what comes out. The load generator shares the machine with the server, so absolute numbers
 * are lower than on a machine of its own; the ratios are what counts.
 */
package dev.baton.bench.figures;
