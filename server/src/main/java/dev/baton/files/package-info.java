/**
 * Files that customers and staff send.
 *
 * <p>{@link dev.baton.files.Files} takes a stream in, finds out what it is by its content, and gives
 * back an {@link dev.baton.files.Attachment}; a message then carries it into a conversation. Pictures
 * are decoded and written anew, which leaves whatever else was hidden in them behind; everything else is
 * only ever handed out as a download. Who may fetch one is decided above, where conversations are known.
 */
package dev.baton.files;
