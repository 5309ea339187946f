package dev.baton.platform.web;

import dev.baton.platform.Refused;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** No address holds a NUL; what reads paths and queries need not look for one. */
final class AddressGuard {

    @ServerRequestFilter(preMatching = true)
    public void refuseNul(ContainerRequestContext request) {
        if (request.getUriInfo().getRequestUri().getRawSchemeSpecificPart().contains("%00"))
            throw Refused.malformedText();
    }
}
