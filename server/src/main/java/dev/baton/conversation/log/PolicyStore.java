package dev.baton.conversation.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.baton.conversation.policy.Policy;
import dev.baton.platform.Json;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/** Published policies. A version never changes, so what was read once is kept. */
public final class PolicyStore {

    /** The version that stands for {@link Policy#DEFAULT}: nobody has published anything yet. */
    static final int BUILT_IN = 0;

    private final Jdbi jdbi;
    private final Map<Integer, Policy> read = new ConcurrentHashMap<>();

    PolicyStore(Jdbi jdbi) {
        this.jdbi = jdbi;
        read.put(BUILT_IN, Policy.DEFAULT);
    }

    /** Version numbers are unique over all groups, so that a conversation needs no more than one. */
    Policy of(int version) {
        return read.computeIfAbsent(version, this::load);
    }

    private Policy load(int version) {
        var body =
                jdbi.withHandle(handle -> handle.createQuery("SELECT body::text FROM policies WHERE version = :version")
                        .bind("version", version)
                        .mapTo(String.class)
                        .one());
        try {
            return Json.MAPPER.readValue(body, Policy.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("policy version " + version + " cannot be read", e);
        }
    }
}
