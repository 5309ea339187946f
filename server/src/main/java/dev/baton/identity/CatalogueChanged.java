package dev.baton.identity;

/** Groups, categories, reasons, sites or canned replies have changed, as committed: screens read them again. */
public record CatalogueChanged() {}
