/**
 * Identity at the door of HTTP: who asks ({@link dev.baton.identity.web.CurrentViewer}), from which page ({@link
 * dev.baton.identity.web.OwnOrigin}), and what browsers may do with our answers.
 */
package dev.baton.identity.web;
