package dev.baton.identity.accounts;

import java.time.Duration;

/**
 * How long a guesser has to wait, pure.
 *
 * <p>The waiting belongs to an account name <em>at an address</em>, so a guesser elsewhere never locks the owner out: a
 * right password from an address that did not fail always works. An address that fails at many names waits too. An
 * account that is being guessed at from many addresses gives a fresh address fewer free tries, but always one.
 */
final class SignInPace {

    /** Tries at one name from one address before waiting starts: people mistype (OWASP ASVS 2.2.1 allows up to 100 an hour). */
    static final int FREE_TRIES = 5;

    /** The same while the account is under attack from elsewhere. */
    static final int FREE_TRIES_UNDER_ATTACK = 1;

    /** Failures at one name from everywhere, within {@link #MEMORY}, that count as an attack. */
    static final int ATTACK_FAILURES = 50;

    /** Failures at one address, over all names, within {@link #MEMORY}, before the address waits: an office shares one. */
    static final int FREE_TRIES_PER_ADDRESS = 100;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** After this long without a failure everything is forgiven. */
    static final Duration MEMORY = Duration.ofHours(1);

    private SignInPace() {}

    /** The wait after the n-th failure: none while tries are free, then 2 s, 4 s, 8 s … up to 15 min. */
    static Duration waitAfter(int failures, int freeTries) {
        int beyond = failures - freeTries;
        if (beyond < 0) {
            return Duration.ZERO;
        }
        return beyond >= 9 ? LONGEST_WAIT : FIRST_WAIT.multipliedBy(1L << beyond);
    }
}
