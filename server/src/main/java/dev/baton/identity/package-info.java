/**
 * Who is there and what they may see.
 *
 * <p>A request or a socket shows a credential - a staff session's cookie or a customer's token - and {@link
 * dev.baton.identity.Viewers} answers with the {@link dev.baton.identity.Viewer} behind it. REST
 * endpoints inject {@link dev.baton.identity.web.CurrentViewer}; the socket calls {@link
 * dev.baton.identity.Viewers} itself: one path, one set of {@link dev.baton.identity.Permissions}.
 */
package dev.baton.identity;
