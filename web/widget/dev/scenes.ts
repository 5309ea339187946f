import type { FakeDesk } from './fake-desk.ts';

const ago = (min: number) => new Date(Date.now() - min * 60_000).toISOString();
const LONG_NAME = '欧阳·Maximiliane-Theodora von Hohenstaufen-Württemberg 客服一部';

/** Pictures of pictures: drawn here, so that nothing is fetched. */
async function picture(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (pen) {
    const sky = pen.createLinearGradient(0, 0, width, height);
    sky.addColorStop(0, '#fda4af');
    sky.addColorStop(1, '#60a5fa');
    pen.fillStyle = sky;
    pen.fillRect(0, 0, width, height);
    pen.fillStyle = '#ffffffcc';
    pen.beginPath();
    pen.arc(width * 0.7, height * 0.35, Math.min(width, height) * 0.14, 0, 7);
    pen.fill();
  }
  return canvas.convertToBlob({ type: 'image/png' });
}

function talking(desk: FakeDesk, zh: boolean, name = 'Amy') {
  const customer = { by: { kind: 'customer' as const } };
  const log = desk.conversation({ group: { id: 'g', name: zh ? '订单与物流' : 'Orders and delivery' }, opened_at: ago(14) });
  desk.append(log, 'started', { at: ago(14), ...customer, data: { group: 'g', category: 'c1' } });
  desk.append(log, 'message', { at: ago(14), ...customer, client_id: 'm1', body: zh ? '你好，我的订单 2026031200187 还没有收到，物流三天没更新了。' : 'Hi, my order 2026031200187 has not arrived and tracking has not moved for three days.' });
  desk.assign(log, name);
  if (log.entries[2]) log.entries[2].at = ago(12);
  desk.reply(log, zh ? '您好！很抱歉让您久等了，我马上帮您查一下。' : 'Hello! I am sorry for the wait. Let me look into it right away.', { at: ago(11), by: { kind: 'agent', id: 'amy', name } });
  desk.reply(log, zh ? '包裹目前在上海转运中心，预计明天下午送达。可以在这里查看：https://shop.example.com/track/2026031200187' : 'Your parcel is at the Shanghai hub and should arrive tomorrow afternoon. You can follow it here: https://shop.example.com/track/2026031200187', { at: ago(10), by: { kind: 'agent', id: 'amy', name } });
  desk.append(log, 'message', { at: ago(4), ...customer, client_id: 'm2', body: zh ? '太好了，谢谢！' : 'Great, thank you!' }, { state: 'awaiting_agent' });
  desk.append(log, 'message', { at: ago(4), ...customer, client_id: 'm3', body: '👍😄' });
  log.view.cursors.staff = { delivered: 7, read: 7 };
  log.view.cursors.customer = { delivered: 7, read: 7 };
  return log;
}

type Scene = (desk: FakeDesk, zh: boolean) => void | Promise<void>;

/** What the screens look like, one by one: /widget/dev/?scene=NAME#language=zh&theme=dark */
export const SCENES: Record<string, Scene> = {
  empty: () => undefined,
  loading: (desk) => { desk.slowMillis = 1e7; },
  error: (desk) => { desk.refuse.session = { code: 'not_found', status: 404 }; },
  queued: (desk, zh) => {
    const log = desk.conversation({ position: 4, category: desk.categories[0], group: { id: 'g', name: zh ? '订单与物流' : 'Orders and delivery' } });
    desk.append(log, 'started', { by: { kind: 'customer' }, data: { group: 'g', category: 'c1' } });
    setInterval(() => { if ((log.view.position ?? 1) > 1) { log.view.position = (log.view.position ?? 2) - 1; desk.tell({ type: 'position', conversation: log.view.id, position: log.view.position }); } }, 4000);
  },
  parked: (desk) => { const log = desk.conversation({ parked: true, may: ['send', 'leave'] }); desk.append(log, 'started', { by: { kind: 'customer' }, data: { group: 'g' } }); },
  talking: (desk, zh) => {
    const log = talking(desk, zh);
    setTimeout(() => desk.tell({ type: 'typing', conversation: log.view.id, by: { kind: 'agent', name: 'Amy' }, active: true }), 1200);
  },
  offline: (desk, zh) => { talking(desk, zh); setTimeout(() => { desk.down = true; desk.cut(); }, 600); },
  failed: (desk, zh) => { talking(desk, zh); desk.refuse.send = { code: 'too_large', status: 413 }; },
  confirm: (desk, zh) => { const log = talking(desk, zh); desk.askToEnd(log, zh ? '已查询物流，预计明天下午送达。' : 'Tracked the parcel; it arrives tomorrow afternoon.'); },
  rating: (desk, zh) => { const log = talking(desk, zh); desk.askToEnd(log); desk.finish(log); },
  rated: (desk, zh) => { const log = talking(desk, zh); desk.finish(log); desk.append(log, 'rated', { by: { kind: 'customer' }, data: { score: 5, round: 1 } }, { rating: { score: 5, round: 1 } }); log.view.may = ['send']; },
  hard: async (desk) => {
    const log = talking(desk, true, LONG_NAME);
    desk.files.set('p1', await picture(900, 600));
    desk.files.set('p2', await picture(300, 1400));
    desk.reply(log, 'a'.repeat(180), { by: { kind: 'agent', id: 'x', name: LONG_NAME } });
    desk.reply(log, '<img src=x onerror=alert(1)> <b>bold</b> javascript:alert(1) \u202Eevil\u202C 👩‍👩‍👧‍👦🏳️‍🌈 مرحبا بالعالم', { by: { kind: 'agent', id: 'x', name: LONG_NAME } });
    desk.reply(log, '', { by: { kind: 'agent', id: 'x', name: LONG_NAME }, attachments: [
      { id: 'p1', name: 'sunset.png', type: 'image/png', size: 120_345, width: 900, height: 600 }, { id: 'p2', name: 'tall.png', type: 'image/png', size: 9_345, width: 300, height: 1400 },
      { id: 'gone', name: 'gone.png', type: 'image/png', size: 9, width: 400, height: 300 }, { id: 'f', name: '非常非常长的文件名-发票-2026-03-12-最终版-最终版2-really-final.pdf', type: 'application/pdf', size: 3_565_158 }] });
  },
  history: (desk, zh) => {
    for (let i = 0; i < 3; i++) { const log = talking(desk, zh); for (const e of log.entries) e.at = ago((3 - i) * 1500); for (let k = 0; k < 60; k++) desk.append(log, 'message', { at: ago((3 - i) * 1500 - 1), body: `${i}.${k}`, by: k % 3 ? { kind: 'agent', name: 'Bo' } : { kind: 'customer' } }); desk.finish(log); }
    talking(desk, zh);
  },
  unread: (desk, zh) => { const log = talking(desk, zh); log.view.cursors.customer = { delivered: 7, read: 3 }; },
};
