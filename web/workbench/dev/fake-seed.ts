import { FakeCompany, ME } from './fake-company.ts';

const person = (company: FakeCompany, name: string | undefined, identified = true) => ({ id: company.id(), ...(name ? { name } : {}), identified, language: 'zh' });

/** A morning in a shop: every state once, long names, long words, emoji of four bytes, a long thread. */
export function seededCompany(): FakeCompany {
  const company = new FakeCompany();
  company.hire({ id: ME, name: 'Amy 陈', role: 'supervisor', load: 5, capacity: 6, groups: ['g1', 'g2'] });
  company.hire({ id: 'bo', name: 'Bo Li', load: 3 });
  company.hire({ id: 'chen', name: '陈主管', role: 'supervisor', load: 0, capacity: 3, availability: 'not_taking' });
  company.hire({ id: 'full', name: 'Wolfeschlegelsteinhausenbergerdorff Hubert', load: 5, capacity: 5 });
  company.hire({ id: 'off', name: '王晓', availability: 'off', connected: false });
  seedMine(company);
  seedOthers(company);
  return company;
}

function seedMine(company: FakeCompany): void {
  const long = company.open(person(company, '林晓雨'), 'g1', 'c1', '你好，上周买的外套尺码不对，想换一件大一号的', 90_000);
  company.assign(long, ME, 'automatic', 89_990);
  for (let i = 0; i < 34; i++) {
    company.agentSays(long, ME, `第 ${i + 1} 件已经核对好了，请看下面的清单。`, 88_000 - i * 60);
    company.customerSays(long, ['好的', '谢谢，我看看 🙏', '这件也要换吗？', 'https://shop.example.com/orders/20250612-8841?from=chat&very=long&parameter=yes 是这个订单'][i % 4] ?? '', 87_970 - i * 60);
  }
  company.agentSays(long, ME, '您好，已经帮您登记换货，仓库今天会发出新的一件。', 640);
  company.happen(long, {}, [{ kind: 'note', by: { kind: 'agent', id: 'bo', name: 'Bo Li' }, at: company.instant(600), body: '仓库说 XL 只剩 2 件，已经锁库存。\n工单号 WH-20931。' }]);
  company.customerSays(long, '太好了！\n那旧的那件怎么寄回去？需要我自己付邮费吗？👨‍👩‍👧‍👦', 48);
  company.customerSays(long, '还有，能不能顺便开张发票', 30, { attachments: [{ id: 'img1', name: '订单截图.png', type: 'image/png', size: 182_000, width: 640, height: 400 }, { id: 'f2', name: '一个名字非常非常长的文件用来看看会不会把布局撑破_invoice_request_2025_final_v3.pdf', type: 'application/pdf', size: 2_400_000 }] });
  company.cursor(long, 'customer', { delivered: company.log(long).view.public_seq - 2, read: company.log(long).view.public_seq - 2 });
  company.cursor(long, 'staff', { delivered: company.log(long).view.public_seq, read: company.log(long).view.public_seq - 2 });

  const late = company.open(person(company, 'Aleksandra Konstantinopolskaya-Wójcikiewicz', false), 'g2', 'c2', 'I cannot sign in any more, it says “account locked”', 420);
  company.assign(late, ME, 'automatic', 400);
  company.happen(late, { nudged: true, alarms: 1, clocks: company.clocks(company.instant(100), [['reply_alarm', 300]]) }, [{ kind: 'nudged', at: company.instant(340) }, { kind: 'reply_alarmed', at: company.instant(220) }]);

  const nudged = company.open(person(company, undefined, false), 'g2', undefined, '😀😀😀 在吗', 100);
  company.assign(nudged, ME, 'pick', 95);
  company.happen(nudged, { nudged: true, clocks: company.clocks(company.instant(95), [['reply_alarm', 180]]) }, [{ kind: 'nudged', at: company.instant(35) }]);

  const confirm = company.open(person(company, '周舟'), 'g1', 'c1', '退款到了吗', 4000);
  company.assign(confirm, ME, 'automatic', 3990);
  company.agentSays(confirm, ME, '已经到账，请查收。', 700);
  company.happen(confirm, { state: 'awaiting_confirmation', state_since: company.instant(600), clocks: company.clocks(company.instant(600), [['confirmation_timeout', 1800]]) },
    [{ kind: 'asked_to_end', by: { kind: 'agent', id: ME, name: 'Amy 陈' }, at: company.instant(600), data: { summary: '退款 128 元已原路退回' } }]);

  const waits = company.open(person(company, 'Marta'), 'g2', 'c2', 'The app crashes when I open settings', 900);
  company.assign(waits, ME, 'automatic', 880);
  company.agentSays(waits, ME, 'Could you tell me which version you use? You find it under “About”.', 130);

  const silent = company.open(person(company, '赵一'), 'g1', undefined, '发货了吗', 9000);
  company.assign(silent, ME, 'automatic', 8990);
  company.agentSays(silent, ME, '今天下午发出，单号稍后短信通知。', 8000);
  company.happen(silent, { silent: true, reminders_sent: 2, clocks: company.clocks(company.instant(8000), [['system_end', 86_400]]) }, [{ kind: 'silenced', at: company.instant(7700) }, { kind: 'reminded', at: company.instant(7000), data: { n: 1, text: '您好，请问还在吗？' } }]);
}

function seedOthers(company: FakeCompany): void {
  company.open(person(company, '黄先生'), 'g1', 'c1', '我要投诉！等了一天没人理', 150);
  company.open(person(company, 'Wang Lei'), 'g2', 'c2', 'Where do I change my phone number?', 35);
  const urgent = company.open(person(company, '急急急'), 'g2', undefined, '付款页面打不开', 20);
  company.happen(urgent, { priority: 2 });
  const bo = company.open(person(company, '李四'), 'g2', 'c2', '收不到验证码', 300);
  company.assign(bo, 'bo', 'automatic', 290);
  const over = company.open(person(company, '林晓雨'), 'g1', 'c1', '外套什么时候发货？', 700_000);
  company.assign(over, ME, 'automatic', 699_000);
  company.agentSays(over, ME, '已经发出。', 698_000);
  company.happen(over, { state: 'ended', end_reason: 'confirmed', ended_at: company.instant(690_000), clocks: [], rating: { score: 5, comment: '很快！', round: 1 } }, [{ kind: 'ended', by: { kind: 'customer' }, at: company.instant(690_000), data: { state: 'ended', reason: 'confirmed' } }, { kind: 'rated', by: { kind: 'customer' }, at: company.instant(689_900), data: { score: 5, comment: '很快！', round: 1 } }]);
}
