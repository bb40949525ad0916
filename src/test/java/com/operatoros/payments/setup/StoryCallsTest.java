package com.operatoros.payments.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.sandbox.rehearsal.Story;
import com.operatoros.payments.sandbox.rehearsal.Trouble;
import com.operatoros.payments.text.Messages;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sandbox says of a story, or does not say, is told (rule U5). */
class StoryCallsTest {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(Messages.BUNDLE);
    private static final String PAYMENT = "7a2e5c0e-6b0f-4c59-9d6c-0d2f6a3b8c11";
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch isOver = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile String answer = "{}";
    private volatile int status = 200;
    private volatile boolean hangs;
    private HttpServer sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sandbox.setExecutor(threads);
        sandbox.createContext("/_sandbox/rehearsal", this::answer);
        sandbox.start();
    }

    @AfterEach
    void stop() {
        isOver.countDown();
        sandbox.stop(0);
        threads.shutdownNow();
    }

    @Test
    void a_story_that_has_passed_leads_to_its_payment() {
        answer = "{\"passed\":true,\"payment_id\":\"" + PAYMENT + "\",\"trouble\":null}";

        StoryResult result = calls(LONG).play("link_paid");

        assertTrue(result.isPassed());
        assertEquals("link_paid", result.story());
        assertEquals(UUID.fromString(PAYMENT), result.payment());
        assertEquals(List.of("POST {\"story\":\"link_paid\"}"), asked);
    }

    @Test
    void trouble_is_told_in_the_language_of_the_reader() {
        answer =
                "{\"passed\":false,\"payment_id\":null,\"trouble\":{\"code\":\"not_pending\",\"values\":[\"creating\"]}}";

        StoryResult result = calls(LONG).play("link_paid");

        assertEquals("It is “creating” instead of “pending”.", words(result, Locale.ENGLISH));
        assertEquals("Sie ist „creating“ statt „pending“.", words(result, Locale.GERMAN));
        assertNull(result.payment());
    }

    @Test
    void trouble_of_which_we_have_no_text_breaks_no_page() {
        answer = "{\"passed\":false,\"payment_id\":null,\"trouble\":{\"code\":\"of_tomorrow\",\"values\":[]}}";

        assertEquals("It was broken off: of_tomorrow.", words(calls(LONG).play("link_paid"), Locale.ENGLISH));
    }

    @Test
    void a_sandbox_that_refuses_is_told_with_its_answer() {
        status = 409;

        assertEquals("The sandbox answered 409.", words(calls(LONG).play("link_paid"), Locale.ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"passed\":false,\"payment_id\":null,\"trouble\":null}"})
    void nonsense_is_not_taken_for_a_pass(String nonsense) {
        answer = nonsense;

        assertTrue(words(calls(LONG).play("link_paid"), Locale.ENGLISH).startsWith("It was broken off: "));
    }

    @Test
    void a_sandbox_that_is_not_there_is_silent_about_each_story() {
        StoryCalls calls = calls(LONG);
        sandbox.stop(0);

        assertEquals("The sandbox does not answer.", words(calls.play("link_paid"), Locale.ENGLISH));
        assertEquals("The sandbox does not answer.", words(calls.play("link_declined"), Locale.ENGLISH));
    }

    @Test
    void a_sandbox_that_hangs_is_waited_for_once() {
        hangs = true;
        StoryCalls calls = calls(Duration.ofMillis(300));

        assertEquals("The sandbox does not answer.", words(calls.play("link_paid"), Locale.ENGLISH));
        assertEquals("The sandbox does not answer.", words(calls.play("link_declined"), Locale.ENGLISH));
        assertEquals(List.of("POST {\"story\":\"link_paid\"}"), asked);
    }

    @Test
    void the_stories_are_those_of_the_sandbox() {
        assertEquals(Stream.of(Story.values()).map(Story::code).toList(), Stories.ALL);
    }

    @ParameterizedTest
    @EnumSource
    void each_story_has_its_name(Story story) {
        assertTrue(TEXTS.containsKey("rehearsal." + story.code()));
    }

    @ParameterizedTest
    @EnumSource
    void each_trouble_has_its_words(Trouble trouble) {
        assertTrue(TEXTS.containsKey("rehearsal.trouble." + trouble.code()));
    }

    private StoryCalls calls(Duration patience) {
        return new StoryCalls(
                URI.create("http://127.0.0.1:" + sandbox.getAddress().getPort()), patience);
    }

    private static String words(StoryResult result, Locale reader) {
        return Objects.requireNonNull(result.trouble()).in(Messages.in(reader));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + body);
            if (hangs) {
                isOver.await();
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
