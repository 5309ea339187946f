import { parseFrame, type OpenTransport } from './transport.ts';

/** Frames over a WebSocket. The token never travels in `url`: it goes in the first frame, or is a cookie. */
export function webSocketTransport(url: string): OpenTransport {
  return (events) => {
    const socket = new WebSocket(url);
    let over = false;
    const end = (code: number, reason: string) => {
      if (over) return;
      over = true;
      events.closed(code, reason);
    };
    socket.onopen = () => { if (!over) events.opened(); };
    socket.onmessage = (message) => {
      const frame = over || typeof message.data !== 'string' ? null : parseFrame(message.data);
      if (frame) events.frame(frame);
    };
    socket.onclose = (close) => end(close.code, close.reason);
    socket.onerror = () => { /* onclose follows and says why */ };
    return {
      send: (frame) => { if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame)); },
      close: () => { over = true; socket.close(); },
    };
  };
}
