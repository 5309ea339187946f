/**
 * A company to try Baton with, put into an empty database at the first start; or, without it, the one account that can make
 * all others. Nothing else knows of this package.
 */
package dev.baton.demo;
