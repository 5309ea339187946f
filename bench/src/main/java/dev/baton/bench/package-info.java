/**
 * Drives a running server from outside: measures it, kills it, and replays real conversations through it.
 *
 * <p>{@link dev.baton.bench.ServerUnderTest} is the packaged server as a program of its own.
 */
package dev.baton.bench;
