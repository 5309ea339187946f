/**
 * What replay and bench stand on: the packaged server as a process of its own with a data folder of its own ({@link
 * dev.baton.bench.rig.PackagedServer}), a company in it ({@link dev.baton.bench.rig.Company}), and what {@code /proc} says
 * about both ({@link dev.baton.bench.rig.ProcessProbe}). Ends only what it started.
 */
package dev.baton.bench.rig;
