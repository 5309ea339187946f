package dev.baton.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.Cast;
import dev.baton.files.Files;
import dev.baton.identity.Browser;
import dev.baton.platform.Ids;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class FilesInConversationsTest {

    private static final byte[] CONTENT = "what was said".getBytes(StandardCharsets.UTF_8);

    @TestHTTPResource
    URI server;

    @Inject
    Files files;

    private Cast cast;

    @BeforeEach
    void everybody_comes() {
        cast = new Cast(server);
    }

    @AfterEach
    void everybody_goes() {
        cast.close();
    }

    @Test
    void a_file_that_lin_sends_is_amys_to_read_and_nobody_elses() {
        var lin = cast.lin();
        String conversation = lin.start("看一下附件");
        String file = lin.browser()
                .upload("/widget/files", "a.txt", CONTENT)
                .ok()
                .get("id")
                .asText();
        cast.amy().browser().get("/files/" + file).refused(404, "not_found");
        lin.browser()
                .post(Cast.Customer.path(conversation) + "/messages", message(file))
                .ok();
        assertThat(cast.amy().browser().get("/files/" + file).response().body()).isEqualTo(CONTENT);
        assertThat(lin.browser().get("/widget/files/" + file).response().body()).isEqualTo(CONTENT);
        Browser.signedIn(server, "di").get("/files/" + file).refused(404, "not_found");
        cast.wang().browser().get("/widget/files/" + file).refused(404, "not_found");
        JsonNode last = lin.snapshot(conversation).get("entries");
        assertThat(last.get(last.size() - 1).at("/attachments/0/name").asText()).isEqualTo("a.txt");
    }

    @Test
    void a_file_that_amy_sends_is_lins_to_read_and_not_wangs() {
        var lin = cast.lin();
        var amy = cast.amy().onDuty();
        String conversation = lin.start("请发说明书");
        amy.pick(conversation);
        String file = amy.browser()
                .upload("/files", "manual.txt", CONTENT)
                .ok()
                .get("id")
                .asText();
        lin.browser().get("/widget/files/" + file).refused(404, "not_found");
        amy.browser()
                .post(Cast.Staff.path(conversation) + "/messages", message(file))
                .ok();
        assertThat(lin.browser().get("/widget/files/" + file).response().body()).isEqualTo(CONTENT);
        cast.wang().browser().get("/widget/files/" + file).refused(404, "not_found");
    }

    @Test
    void nobody_sends_a_file_of_somebody_elses_or_one_that_is_not_there() {
        var lin = cast.lin();
        var wang = cast.wang();
        String conversation = lin.start("在吗");
        String wangs = wang.browser()
                .upload("/widget/files", "w.txt", CONTENT)
                .ok()
                .get("id")
                .asText();
        String amys = cast.amy()
                .browser()
                .upload("/files", "s.txt", CONTENT)
                .ok()
                .get("id")
                .asText();
        for (String foreign : new String[] {wangs, amys, Ids.next().toString()}) {
            Browser.Answer answer =
                    lin.browser().post(Cast.Customer.path(conversation) + "/messages", message(foreign));
            assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
            lin.browser().get("/widget/files/" + foreign).refused(404, "not_found");
        }
        assertThat(wang.browser().get("/widget/files/" + wangs).status()).isEqualTo(200);
    }

    @Test
    void what_was_sent_is_never_swept() {
        var lin = cast.lin();
        String conversation = lin.start("留着");
        String file = lin.browser()
                .upload("/widget/files", "k.txt", CONTENT)
                .ok()
                .get("id")
                .asText();
        lin.browser()
                .post(Cast.Customer.path(conversation) + "/messages", message(file))
                .ok();
        TestDatabase.ofServer().forward(Duration.ofHours(20));
        files.sweep();
        TestDatabase.ofServer().forward(Duration.ofHours(20));
        files.sweep();
        assertThat(lin.browser().get("/widget/files/" + file).response().body()).isEqualTo(CONTENT);
    }

    private static String message(String file) {
        return "{\"client_id\":\"%s\",\"body\":\"附件\",\"attachments\":[\"%s\"]}".formatted(Ids.next(), file);
    }
}
