package dev.baton.files;

/**
 * A file as people see it.
 *
 * @param type the media type that its content has, whatever its name says
 * @param size bytes
 * @param width pixels, for pictures that are shown in the page; null for downloads
 */
public record Attachment(FileId id, String name, String type, long size, Integer width, Integer height) {}
