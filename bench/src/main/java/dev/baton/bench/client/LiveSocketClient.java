package dev.baton.bench.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** WebSockets by the thousand on a few event loops. */
public final class LiveSocketClient implements AutoCloseable {

    private static final String PATH = "/api/v1/live";
    private static final int LONGEST_FRAME = 8 << 20;
    private static final int CONNECT_MILLIS = 5_000;

    private final EventLoopGroup loops;
    private final Bootstrap bootstrap;

    /** @param threads event loops; one or two are enough for 15,000 lines */
    public LiveSocketClient(int threads) {
        boolean native_ = Epoll.isAvailable();
        DefaultThreadFactory names = new DefaultThreadFactory("live", true);
        loops = native_ ? new EpollEventLoopGroup(threads, names) : new NioEventLoopGroup(threads, names);
        bootstrap = new Bootstrap()
                .group(loops)
                .channel(native_ ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS);
    }

    /** For what has to happen later; never blocks it. */
    public ScheduledExecutorService later() {
        return loops;
    }

    /** An open line. */
    public static final class Line {
        private final Channel channel;

        private Line(Channel channel) {
            this.channel = channel;
        }

        /** Starts to send one frame. */
        public void send(String json) {
            send(json.getBytes(StandardCharsets.UTF_8));
        }

        /** The same for a frame that is already in UTF-8. */
        public void send(byte[] json) {
            channel.writeAndFlush(new TextWebSocketFrame(Unpooled.wrappedBuffer(json)), channel.voidPromise());
        }

        /** Says good-bye. */
        public void close() {
            channel.writeAndFlush(new CloseWebSocketFrame(1000, ""));
        }

        /** Vanishes without a word, as a cable does that is pulled. */
        public void drop() {
            channel.close();
        }
    }

    /** The same without headers, to the live line of a Baton. */
    public void connect(ServerAddress server, LiveListener listener) {
        connect(server, PATH, null, null, listener);
    }

    /**
     * Starts to connect.
     *
     * @param cookie of a member of staff, null for nobody
     * @param source the local address to come from, null for any: one address has 28,000 ports
     */
    public void connect(ServerAddress server, String path, String cookie, String source, LiveListener listener) {
        HttpHeaders headers = new DefaultHttpHeaders();
        if (cookie != null) headers.set("Cookie", cookie).set("Origin", server.origin());
        WebSocketClientProtocolConfig shape = WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(URI.create("ws://" + server.authority() + path))
                .version(WebSocketVersion.V13)
                .customHeaders(headers)
                .maxFramePayloadLength(LONGEST_FRAME)
                .handleCloseFrames(false)
                .build();
        Bootstrap one = bootstrap.clone().handler(new ChannelInitializer<SocketChannel>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                channel.pipeline()
                        .addLast(
                                new HttpClientCodec(),
                                new HttpObjectAggregator(65_536),
                                new WebSocketClientProtocolHandler(shape),
                                new WebSocketFrameAggregator(LONGEST_FRAME),
                                new Handler(listener));
            }
        });
        InetSocketAddress local = source == null ? null : new InetSocketAddress(source, 0);
        ChannelFuture connected = local == null ? one.connect(server.socket()) : one.connect(server.socket(), local);
        connected.addListener(done -> {
            if (!done.isSuccess()) listener.closed(-1, String.valueOf(done.cause()));
        });
    }

    private static final class Handler extends SimpleChannelInboundHandler<WebSocketFrame> {
        private final LiveListener listener;
        private int code = -1;
        private String reason = "";

        Handler(LiveListener listener) {
            this.listener = listener;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == WebSocketClientProtocolHandler.ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                listener.opened(new Line(context.channel()));
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            if (frame instanceof TextWebSocketFrame text) {
                listener.received(ByteBufUtil.getBytes(text.content()));
            } else if (frame instanceof CloseWebSocketFrame close) {
                code = close.statusCode();
                reason = close.reasonText();
                context.close();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            listener.closed(code, reason);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (code < 0) reason = cause.toString();
            context.close();
        }
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2_000);
    }
}
