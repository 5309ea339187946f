/**
 * The one live line of a viewer: a WebSocket, or server-sent events with POST where that is blocked.
 *
 * <p>A {@link dev.baton.live.LiveSession} is one connected screen, whatever carries it: it greets, bounds what comes in and
 * what waits to go out, holds its subscriptions and keeps their order: subscribe first, read second, drop what was sent
 * already, then "caught up". {@link dev.baton.live.LiveSessions} is the doorway: who is connected, who follows which stream,
 * and {@code tell}. Nothing here knows what a conversation is; whoever does implements {@link dev.baton.live.LiveDesk}. The
 * frames are described in {@code docs/live-protocol.md}.
 *
 * <p>An idle session is a few small objects: no thread, no timer, no buffer of its own; one sweep a second serves them all.
 */
package dev.baton.live;
