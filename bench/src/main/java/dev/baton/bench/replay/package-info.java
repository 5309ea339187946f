/**
 * Plays recorded dialogues through a running Baton, many at once, and holds what was stored against what was said.
 *
 * <p>{@link dev.baton.bench.replay.DialogueReader} reads them, {@link dev.baton.bench.replay.Replay} has customers and agents
 * carry them out ({@link dev.baton.bench.replay.Play} is one of them, from start to rating), {@link
 * dev.baton.bench.replay.Comparer} is the judge: it works from its own notes of what was acknowledged and shown, never from
 * what the server says about itself.
 */
package dev.baton.bench.replay;
