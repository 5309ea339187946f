/**
 * Baton's public API from the outside, for many people at once on a small machine: REST over plain kept-alive connections
 * ({@link dev.baton.bench.client.RestClient}), the live line over Netty ({@link dev.baton.bench.client.LiveSocketClient}),
 * and on top of both what a widget ({@link dev.baton.bench.client.CustomerClient}) and a workbench ({@link
 * dev.baton.bench.client.StaffClient}) do: resume, outbox, retry with the same client id until the answer is known.
 *
 * <p>Nothing here knows the server's classes: what breaks the contract breaks this.
 */
package dev.baton.bench.client;
