package dev.baton.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** The frames that say nothing about any conversation. Every value in them is a number, an id or a constant. */
final class ServerFrames {

    private ServerFrames() {}

    static Frame hello(UUID epoch, Instant now, LiveLimits limits, Map<String, Long> more) {
        StringBuilder json = new StringBuilder(256)
                .append("{\"type\":\"hello\",\"protocol\":1,\"epoch\":\"")
                .append(epoch)
                .append("\",\"server_time\":\"")
                .append(millis(now))
                .append("\",\"heartbeat_seconds\":")
                .append(limits.heartbeatSeconds)
                .append(",\"grace_seconds\":")
                .append(limits.graceSeconds)
                .append(",\"limits\":{\"frame_bytes\":")
                .append(limits.frameBytes);
        more.forEach(
                (name, value) -> json.append(",\"").append(name).append("\":").append(value));
        return Frame.of(json.append("}}").toString());
    }

    static StringBuilder heartbeat(Instant now) {
        return new StringBuilder(96)
                .append("{\"type\":\"heartbeat\",\"server_time\":\"")
                .append(millis(now))
                .append("\",\"heads\":[");
    }

    static void head(StringBuilder heartbeat, UUID stream, long head) {
        if (heartbeat.charAt(heartbeat.length() - 1) == '}') {
            heartbeat.append(',');
        }
        heartbeat
                .append("{\"conversation\":\"")
                .append(stream)
                .append("\",\"head\":")
                .append(head)
                .append('}');
    }

    static Frame heartbeat(StringBuilder heartbeat) {
        return Frame.of(heartbeat.append("]}").toString());
    }

    static Frame gone(UUID stream) {
        return Frame.of("{\"type\":\"gone\",\"conversation\":\"" + stream + "\"}");
    }

    static String goingAway(int reconnectAfterSeconds) {
        return "{\"reconnect_after\":" + reconnectAfterSeconds + "}";
    }

    /** ISO-8601 with exactly three decimals, which {@link Instant#toString} leaves out when they are zero. */
    private static String millis(Instant at) {
        String text = at.truncatedTo(ChronoUnit.MILLIS).toString();
        return text.contains(".") ? text : text.substring(0, text.length() - 1) + ".000Z";
    }
}
