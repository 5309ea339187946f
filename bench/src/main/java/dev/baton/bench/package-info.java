/** Drives a running server from outside: measures it, and replays real conversations through it. */
package dev.baton.bench;
