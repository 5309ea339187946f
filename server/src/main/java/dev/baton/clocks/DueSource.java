package dev.baton.clocks;

/** Somebody who owns deadlines. */
public interface DueSource {

    /**
     * Fires what is due by the database's clock and waits for its commits.
     *
     * @return whether there may be more: it is asked again at once
     */
    boolean fireDue();
}
