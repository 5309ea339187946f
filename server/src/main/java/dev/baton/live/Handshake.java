package dev.baton.live;

/**
 * What a connection showed before its first frame.
 *
 * @param cookie the value of the staff session's cookie, null without one
 * @param bearer a customer's token from the header, null without one; browsers cannot send it with a WebSocket
 */
record Handshake(String cookie, String bearer) {}
